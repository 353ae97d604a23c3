using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Replaces the password of a person. Tokens that the old one has brought are refused from now on.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record SetPassword(Guid Id, int Version, PasswordBody Body) : ICommand<AccountDetails>;

internal sealed class SetPasswordValidator : AbstractValidator<SetPassword>
{
    public SetPasswordValidator() => RuleFor(command => command.Body.Password).NotEmpty().Password();
}

internal sealed class SetPasswordHandler(AccountCheck check, IPasswords passwords, IReads reads, IClock clock)
    : ICommandHandler<SetPassword, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(SetPassword request, CancellationToken cancellationToken)
    {
        var account = await check.FindWithLinksAsync(request.Id, cancellationToken);
        if (account is null)
        {
            return AccountErrors.NotFound;
        }

        if (CommonPasswords.IsLogin(request.Body.Password, account.Login))
        {
            return AccountErrors.PasswordIsLogin;
        }

        if (
            (
                account.CheckVersion(request.Version)
                ?? account.SetPassword(passwords.Hash(request.Body.Password)).Error
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        account.RevokeLinksOfTokens(clock.Now);
        return reads.Answer<Account, AccountDetails>(account);
    }
}
