using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Changes the name, the employee or the external identity of an account; the login stays.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record UpdateAccount(Guid Id, int Version, AccountBody Body) : ICommand<AccountDetails>;

internal sealed class UpdateAccountValidator : AbstractValidator<UpdateAccount>
{
    public UpdateAccountValidator()
    {
        RuleFor(command => command.Body.DisplayName).NotEmpty().ShortText(Account.DisplayNameMaxLength);
        RuleFor(command => command.Body.ExternalIdentity!.Issuer)
            .NotEmpty()
            .ShortText(Account.ExternalIssuerMaxLength)
            .When(command => command.Body.ExternalIdentity is not null);
        RuleFor(command => command.Body.ExternalIdentity!.Subject)
            .NotEmpty()
            .ShortText(Account.ExternalSubjectMaxLength)
            .When(command => command.Body.ExternalIdentity is not null);
    }
}

internal sealed class UpdateAccountHandler(AccountCheck check, IReads reads)
    : ICommandHandler<UpdateAccount, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(UpdateAccount request, CancellationToken cancellationToken)
    {
        var account = await check.FindAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        var (name, employeeId, identity) = (
            request.Body.DisplayName,
            request.Body.EmployeeId,
            request.Body.ExternalIdentity
        );
        var refusal =
            account.CheckVersion(request.Version)
            ?? (
                employeeId == account.EmployeeId ? null : await check.RefuseEmployeeAsync(employeeId, cancellationToken)
            );
        if (refusal is not null)
        {
            return refusal;
        }

        account.UpdateCard(
            name,
            employeeId,
            identity is null ? null : new ExternalIdentity(identity.Issuer, identity.Subject)
        );
        return reads.Answer<Account, AccountDetails>(account);
    }
}
