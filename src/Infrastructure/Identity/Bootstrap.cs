using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>The first key of a new database: without it nobody could make the others.</summary>
internal sealed class Bootstrap(MethodCenterDbContext database, ApiKeys keys, TimeProvider time)
{
    public const string Login = "system";

    private const string Preset = "из конфигурации";
    private const string Made = "первый ключ";

    /// <summary>Sees to it that a system administrator exists.</summary>
    /// <param name="preset">
    /// The key that the configuration presets, in the place of the one that it preset before; null: one is made when there
    /// is none.
    /// </param>
    /// <param name="renew">Make a further key, for an operator who has lost the first.</param>
    /// <param name="revoke">Revoke all keys before: one of them is in wrong hands.</param>
    /// <returns>A key just made, to be shown once; null: nothing was made, or the key was preset.</returns>
    public async Task<string?> EnsureAsync(string? preset, bool renew, bool revoke, CancellationToken cancellationToken)
    {
        if (preset is { Length: < ApiKeys.LeastLength })
        {
            throw new StartRefusedException(
                $"В Bootstrap:ApiKey должно быть не меньше {ApiKeys.LeastLength} знаков, лучше случайных. Если ключ не задаётся, уберите настройку.",
                $"Bootstrap:ApiKey must have at least {ApiKeys.LeastLength} characters; take random ones. To preset no key, remove the setting."
            );
        }

        var system = await database
            .Accounts.IgnoreQueryFilters()
            .Include(account => account.Keys)
            .SingleOrDefaultAsync(account => account.Login == Login, cancellationToken);
        var isNew = system is null;
        if (system is null)
        {
            system = Account.RegisterSystemAdministrator(Login, "Администратор системы", "первый запуск");
            database.Accounts.Add(system);
        }

        var now = time.GetUtcNow();
        var presetKey = preset is null ? null : ApiKeys.Of(preset);
        foreach (
            var old in system
                .Keys.Where(known => known.RevokedAt is null)
                .Where(known => revoke || (presetKey is not null && known.Name == Preset && !Is(known, presetKey)))
                .ToList()
        )
        {
            _ = system.RevokeKey(old.Id, now);
            Note(system, AuditKind.Changed, "revoked");
        }

        // A key that was taken back does not come again with the configuration that still holds it.
        var key =
            presetKey is not null && !system.Keys.Any(known => Is(known, presetKey)) ? presetKey
            : isNew || renew || revoke ? keys.Make()
            : null;
        if (key is not null)
        {
            _ = system.AddKey(ReferenceEquals(key, presetKey) ? Preset : Made, key.Prefix, key.Hash, now, null).Value;
            Note(system, isNew ? AuditKind.Created : AuditKind.Changed, "added");
        }

        await database.SaveChangesAsync(cancellationToken);
        return key is null || ReferenceEquals(key, presetKey) ? null : key.Secret;
    }

    private static bool Is(ApiKey known, NewApiKey key) => known.Hash.AsSpan().SequenceEqual(key.Hash);

    private void Note(Account system, AuditKind kind, string what) =>
        database.AuditEntries.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                UseCase = nameof(Bootstrap),
                Subject = "account",
                SubjectId = system.Id,
                Kind = kind,
                Changes = $$"""[{"field":"api-key","to":"{{what}}"}]""",
            }
        );
}
