using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Registers a person or a program that may call the service within the centre.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record RegisterAccount : ICommand<AccountDetails>
{
    public const int MostRoles = 50;

    public required AccountKind Kind { get; init; }

    /// <summary>Name to sign in with: Latin letters, digits, <c>. _ @ -</c>; case does not matter. Unique in the service.</summary>
    public required string Login { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The employee behind a person's account.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>Only for persons, 12–200 characters; without it the person signs in through an external issuer.</summary>
    public string? Password { get; init; }

    public IReadOnlyList<GrantBody> Roles { get; init; } = [];
}

internal sealed class GrantBodyValidator : AbstractValidator<GrantBody>
{
    public GrantBodyValidator() => RuleFor(body => body.Act).ShortText(Grant.ActMaxLength);
}

internal sealed class RegisterAccountValidator : AbstractValidator<RegisterAccount>
{
    public RegisterAccountValidator()
    {
        RuleFor(command => command.Login)
            .NotEmpty()
            .MaximumLength(Account.LoginMaxLength)
            .Matches("^[A-Za-z0-9][A-Za-z0-9._@-]*$");
        RuleFor(command => command.DisplayName).NotEmpty().ShortText(Account.DisplayNameMaxLength);
        RuleFor(command => command.Password).Password();
        RuleFor(command => command.Password)
            .Must((command, password) => password is null || !CommonPasswords.IsLogin(password, command.Login ?? ""))
            .WithErrorCode(AccountErrors.PasswordIsLogin.Code);
        RuleFor(command => command.Roles).MostItems(RegisterAccount.MostRoles);
        RuleForEach(command => command.Roles).NotNull().SetValidator(new GrantBodyValidator());
    }
}

internal sealed class RegisterAccountHandler(
    ITerritoryStore store,
    AccountCheck check,
    IPasswords passwords,
    IReads reads
) : ICommandHandler<RegisterAccount, AccountDetails>
{
    public async Task<Answer<AccountDetails>> Handle(RegisterAccount request, CancellationToken cancellationToken)
    {
        var organisations = request.Roles.Select((role, place) => (role.OrganisationId, Role(place)));
        var refusal =
            await check.RefuseEmployeeAsync(request.EmployeeId, cancellationToken)
            ?? await check.RefuseOrganisationsAsync(organisations, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var account = Account.Register(request.Kind, request.Login, request.DisplayName, request.EmployeeId);
        for (var place = 0; place < request.Roles.Count; place++)
        {
            var role = request.Roles[place];
            if (account.GrantRole(role.Role, role.OrganisationId, role.Act) is { Refused: true } refused)
            {
                return refused.Error.Under(Role(place));
            }
        }

        if (request.Password is { } password && account.SetPassword(passwords.Hash(password)) is { Refused: true } no)
        {
            return no.Error;
        }

        store.Accounts.Add(account);
        return reads.Answer<Account, AccountDetails>(account);
    }

    private static string Role(int place) => $"/roles/{place}";
}
