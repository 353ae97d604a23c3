using FluentValidation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Makes a further key of the system administrator. Its secret is in this answer and nowhere else.</summary>
[Permission(AccountPermissions.ManageSystem, Reach = PermissionReach.System)]
public sealed record AddSystemKey(ApiKeyBody Body) : ICommand<IssuedApiKey>;

internal sealed class AddSystemKeyValidator : AbstractValidator<AddSystemKey>
{
    public AddSystemKeyValidator() => RuleFor(command => command.Body).SetValidator(new ApiKeyBodyValidator());
}

internal sealed class AddSystemKeyHandler(SystemAccount system, KeyMaker maker)
    : ICommandHandler<AddSystemKey, IssuedApiKey>
{
    public async Task<Answer<IssuedApiKey>> Handle(AddSystemKey request, CancellationToken cancellationToken) =>
        await system.FindAsync(cancellationToken) is { } account
            ? maker.Make(account, request.Body)
            : AccountErrors.NotFound;
}
