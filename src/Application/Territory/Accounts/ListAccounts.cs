using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Accounts of the centre, searched by name or login.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record ListAccounts : ListQuery, IQuery<Page<AccountListItem>>
{
    /// <summary>
    /// Part of the display name or the login; neither case nor the Russian letters «ё» and «е» are distinguished.
    /// </summary>
    public string? Q { get; init; }

    public AccountKind? Kind { get; init; }

    /// <summary>Who holds the role.</summary>
    public Role? Role { get; init; }

    /// <summary>Who holds a role limited to the organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The account of one employee.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Only blocked accounts, or only those that are not.</summary>
    public bool? IsBlocked { get; init; }
}

internal sealed class ListAccountsHandler(ITerritoryStore store) : IQueryHandler<ListAccounts, Page<AccountListItem>>
{
    internal static readonly SortFields<Account> Sort = new SortFields<Account>("name")
        .Add("name", account => account.NameKey)
        .Add("login", account => account.Login);

    public Task<Result<Page<AccountListItem>>> Handle(ListAccounts request, CancellationToken cancellationToken)
    {
        var employees = store.SeenEmployees;
        Expression<Func<Account, AccountListItem>> projection = account => new AccountListItem
        {
            Id = account.Id,
            Kind = account.Kind,
            Login = account.Login,
            DisplayName = account.DisplayName,
            EmployeeId = account.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == account.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Version = account.Version,
            IsBlocked = account.IsBlocked,
            Roles = account.Grants.Select(grant => grant.Role).ToList(),
        };

        return store
            .Accounts.Searched(request.Q, account => account.NameKey)
            .WhereGiven(request.Kind, kind => account => account.Kind == kind)
            .WhereGiven(request.Role, role => account => account.Grants.Any(grant => grant.Role == role))
            .WhereGiven(
                request.OrganisationId,
                id => account => account.Grants.Any(grant => grant.OrganisationId == id)
            )
            .WhereGiven(request.EmployeeId, id => account => account.EmployeeId == id)
            .WhereGiven(request.IsBlocked, blocked => account => account.IsBlocked == blocked)
            .ToPageAsync(request, Sort, projection, cancellationToken);
    }
}
