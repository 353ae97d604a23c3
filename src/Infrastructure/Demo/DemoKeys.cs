using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Identity;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>One account with one key for each role in a demo centre.</summary>
/// <remarks>
/// With a preset administrator's key the keys follow from it, so that unattended starts know them and a later start
/// shows them again; without one they are random and shown once. Like the bootstrap key they are added past the
/// command, which makes only random ones.
/// </remarks>
internal sealed class DemoKeys(ApiKeys keys, TimeProvider time)
{
    private static readonly Role[] OfCentres =
    [
        .. Enum.GetValues<Role>().Where(role => role != Role.SystemAdministrator),
    ];

    public async Task<IReadOnlyList<DemoKey>> MakeAsync(
        DemoSession session,
        IUnitOfWork unitOfWork,
        IDemoCentre centre,
        string? preset,
        CancellationToken cancellationToken
    )
    {
        var organisation = await session
            .Database.Organisations.Where(one => one.Code == centre.OperatorOrganisation)
            .Select(one => new { one.Id, one.ShortName })
            .SingleAsync(cancellationToken);
        List<DemoKey> made = [];
        foreach (var role in OfCentres)
        {
            var limited = role.NeedsOrganisation();
            var details = await session.DoAsync(
                DemoKind.Account,
                (int)role,
                new RegisterAccount
                {
                    Kind = AccountKind.Service,
                    Login = $"demo-{centre.Code}-{role}",
                    DisplayName = $"Демо, {Application.Texts.Texts.Name(role)}",
                    Roles =
                    [
                        new GrantBody
                        {
                            Role = role,
                            OrganisationId = limited ? organisation.Id : null,
                            Act = "демонстрационные данные",
                        },
                    ],
                },
                cancellationToken
            );
            var key = preset is null ? keys.Make() : Derive(preset, centre.Code, role);
            await AddAsync(session, unitOfWork, details.Id, role, key, cancellationToken);
            made.Add(new DemoKey(centre.Code, role, limited ? organisation.ShortName : null, key.Secret));
        }

        return made;
    }

    /// <summary>The keys of an earlier start, as far as they follow from the preset one.</summary>
    public static async Task<IReadOnlyList<DemoKey>> FindAsync(
        DemoSession session,
        IDemoCentre centre,
        string? preset,
        CancellationToken cancellationToken
    )
    {
        if (preset is null)
        {
            return [];
        }

        var organisation = await session
            .Database.Organisations.IgnoreQueryFilters()
            .Where(one => one.Code == centre.OperatorOrganisation)
            .Select(one => one.ShortName)
            .FirstOrDefaultAsync(cancellationToken);
        var hashes = await session
            .Database.Set<ApiKey>()
            .IgnoreQueryFilters()
            .Where(key => key.RevokedAt == null)
            .Select(key => key.Hash)
            .ToListAsync(cancellationToken);
        return
        [
            .. OfCentres
                .Select(role => (Role: role, Key: Derive(preset, centre.Code, role)))
                .Where(one => hashes.Exists(hash => hash.AsSpan().SequenceEqual(one.Key.Hash)))
                .Select(one => new DemoKey(
                    centre.Code,
                    one.Role,
                    one.Role.NeedsOrganisation() ? organisation : null,
                    one.Key.Secret
                )),
        ];
    }

    private async Task AddAsync(
        DemoSession session,
        IUnitOfWork unitOfWork,
        Guid accountId,
        Role role,
        NewApiKey key,
        CancellationToken cancellationToken
    )
    {
        using var ids = session.Ids(DemoKind.Account, OfCentres.Length + (int)role);
        var account = await session
            .Database.Accounts.Include(account => account.Keys)
            .SingleAsync(account => account.Id == accountId, cancellationToken);
        _ = account.AddKey("демо", key.Prefix, key.Hash, time.GetUtcNow(), null).Value;
        if (await unitOfWork.SaveAsync(cancellationToken) is { } refusal)
        {
            throw new InvalidOperationException($"A demo key was refused: {refusal.Code}");
        }

        session.Database.ChangeTracker.Clear();
    }

    private static NewApiKey Derive(string preset, string centre, Role role)
    {
        var bytes = HMACSHA256.HashData(Encoding.UTF8.GetBytes(preset), Encoding.UTF8.GetBytes($"{role}@{centre}"));
        return ApiKeys.Of(ApiKeys.Format(bytes));
    }
}
