using FluentValidation;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Whether what an account refers to is there, in the caller's centre.</summary>
internal sealed class AccountCheck(ITerritoryStore store)
{
    /// <summary>The account with its parts, or null when it is not in the caller's centre.</summary>
    public Task<Account?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store
            .Accounts.Include(account => account.Grants)
            .Include(account => account.Keys)
            .SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    /// <summary>The same with its calendar links.</summary>
    public Task<Account?> FindWithLinksAsync(Guid id, CancellationToken cancellationToken) =>
        store
            .Accounts.Include(account => account.Grants)
            .Include(account => account.Keys)
            .Include(account => account.CalendarLinks)
            .SingleOrDefaultAsync(account => account.Id == id, cancellationToken);

    public async Task<Error?> RefuseEmployeeAsync(Guid? employeeId, CancellationToken cancellationToken) =>
        employeeId is { } id && !await store.Employees.AnyAsync(employee => employee.Id == id, cancellationToken)
            ? EmployeeErrors.Unknown("/employeeId")
            : null;

    /// <summary>One SQL command for all organisations; the first that is not there is named.</summary>
    public async Task<Error?> RefuseOrganisationsAsync(
        IEnumerable<(Guid? Id, string At)> organisations,
        CancellationToken cancellationToken
    )
    {
        var named = organisations.Where(one => one.Id.HasValue).Select(one => (Id: one.Id!.Value, one.At)).ToList();
        if (named.Count == 0)
        {
            return null;
        }

        var ids = named.Select(one => one.Id).Distinct().ToArray();
        var known = await store
            .Organisations.Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => organisation.Id)
            .ToListAsync(cancellationToken);
        return named
            .Where(one => !known.Contains(one.Id))
            .Select(one => OrganisationErrors.Unknown($"{one.At}/organisationId"))
            .FirstOrDefault();
    }
}

internal static class PasswordRules
{
    /// <summary>Long rather than intricate (NIST SP 800-63B); any characters.</summary>
    public static IRuleBuilderOptions<T, string?> Password<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MinimumLength(Account.PasswordMinLength)
            .MaximumLength(Account.PasswordMaxLength)
            .Must(password => password is null || !CommonPasswords.Has(password))
            .WithErrorCode("validation.common-password");
}
