using FluentValidation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Grants a role to an account. Adds only, so no revision is asked for.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record GrantRole(Guid Id, GrantBody Body) : ICommand<AccountDetails>;

internal sealed class GrantRoleValidator : AbstractValidator<GrantRole>
{
    public GrantRoleValidator() => RuleFor(command => command.Body).SetValidator(new GrantBodyValidator());
}

internal sealed class GrantRoleHandler(AccountCheck check, IReads reads) : ICommandHandler<GrantRole, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(GrantRole request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        return await check.RefuseOrganisationsAsync([(request.Body.OrganisationId, "")], cancellationToken)
            ?? account.GrantRole(request.Body.Role, request.Body.OrganisationId, request.Body.Act).Error
            ?? reads.Answer<Account, AccountDetails>(account);
    }
}
