using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>The first key of a new database: without it nobody could make the others.</summary>
internal sealed class Bootstrap(MethodCenterDbContext database, ApiKeys keys, TimeProvider time)
{
    public const string Login = "system";

    /// <summary>Sees to it that a system administrator exists.</summary>
    /// <param name="preset">The key that the configuration presets; null: one is made when there is none.</param>
    /// <param name="renew">Make a further key, for an operator who has lost the first.</param>
    /// <returns>A key just made, to be shown once; null: nothing was made, or the key was preset.</returns>
    public async Task<string?> EnsureAsync(string? preset, bool renew, CancellationToken cancellationToken)
    {
        if (preset is { Length: < ApiKeys.LeastLength })
        {
            throw new InvalidOperationException(
                $"Bootstrap:ApiKey must have at least {ApiKeys.LeastLength} characters; take random ones."
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

        var key =
            preset is not null ? ApiKeys.Of(preset)
            : isNew || renew ? keys.Make()
            : null;
        if (key is null || system.Keys.Any(known => known.Hash.AsSpan().SequenceEqual(key.Hash)))
        {
            return null;
        }

        _ = system
            .AddKey(preset is null ? "первый ключ" : "из конфигурации", key.Prefix, key.Hash, time.GetUtcNow(), null)
            .Value;
        database.AuditEntries.Add(
            new AuditEntry
            {
                At = time.GetUtcNow(),
                UseCase = nameof(Bootstrap),
                Subject = "account",
                SubjectId = system.Id,
                Kind = isNew ? AuditKind.Created : AuditKind.Changed,
                Changes = """[{"field":"api-key","to":"added"}]""",
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        return preset is null ? key.Secret : null;
    }
}
