using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>The account behind the request: where it acts and what it may do.</summary>
public sealed record SignedInAccount
{
    public Guid Id { get; init; }

    public AccountKind Kind { get; init; }

    public string Login { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public Guid? EmployeeId { get; init; }

    /// <summary>Family name, given name, patronymic; null: no employee stands behind the account.</summary>
    public string? FullName { get; init; }

    /// <summary>The centre in which this request acts; null for a system administrator who named none.</summary>
    public CentreReference? Centre { get; init; }

    public IReadOnlyList<HeldRole> Roles { get; init; } = [];

    /// <summary>What the roles together allow, by name.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}

/// <summary>A centre, in short.</summary>
public sealed record CentreReference(Guid Id, string Code);

/// <summary>A role that the caller holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="OrganisationId">The organisation to which it is limited; null: the whole centre.</param>
/// <param name="OrganisationName">Short name of that organisation.</param>
public sealed record HeldRole(Role Role, Guid? OrganisationId, string? OrganisationName);

/// <summary>Who the caller is to the service.</summary>
[Permission(AccountPermissions.ReadOwn, Reach = PermissionReach.Own)]
public sealed record WhoAmI : IQuery<SignedInAccount>;

internal sealed class WhoAmIHandler(ITerritoryStore store, Caller caller) : IQueryHandler<WhoAmI, SignedInAccount>
{
    public async Task<Result<SignedInAccount>> Handle(WhoAmI request, CancellationToken cancellationToken)
    {
        var (account, centre) = (caller.Account!, caller.Centre);
        var (employees, organisations) = (store.SeenEmployees, store.Organisations);

        // An administrator of the system belongs to no centre; and everyone may see himself, and the organisations of his roles.
        var card = await store
            .Accounts.IgnoreQueryFilters([QueryFilters.Centre, QueryFilters.Organisations])
            .Where(own => own.Id == account.Id)
            .Select(own => new
            {
                own.Kind,
                own.Login,
                own.DisplayName,
                FullName = employees
                    .Where(employee => employee.Id == own.EmployeeId)
                    .Select(employee => employee.FullName)
                    .FirstOrDefault(),
                Organisations = own
                    .Grants.Where(grant => grant.OrganisationId != null)
                    .Select(grant => new
                    {
                        Id = grant.OrganisationId,
                        Name = organisations
                            .Where(organisation => organisation.Id == grant.OrganisationId)
                            .Select(organisation => organisation.ShortName)
                            .FirstOrDefault(),
                    })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (card is null)
        {
            return SecurityErrors.NotSignedIn;
        }

        return new SignedInAccount
        {
            Id = account.Id,
            Kind = card.Kind,
            Login = card.Login,
            DisplayName = card.DisplayName,
            EmployeeId = account.EmployeeId,
            FullName = card.FullName,
            Centre = centre is null ? null : new CentreReference(centre.Id, centre.Code),
            Roles =
            [
                .. account.Grants.Select(grant => new HeldRole(
                    grant.Role,
                    grant.OrganisationId,
                    card.Organisations.Find(organisation => organisation.Id == grant.OrganisationId)?.Name
                )),
            ],
            Permissions = PermissionsOf(account),
        };
    }

    private static string[] PermissionsOf(CallerAccount account) =>
        [
            .. account
                .Grants.SelectMany(grant => RolePermissions.Of(grant.Role))
                .Append(AccountPermissions.ReadOwn)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
