using FluentValidation;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Makes an API key. Its secret is in this answer and nowhere else. Adds only, so no revision is asked for.</summary>
[Permission(AccountPermissions.Manage)]
public sealed record AddApiKey(Guid Id, ApiKeyBody Body) : ICommand<IssuedApiKey>;

internal sealed class AddApiKeyValidator : AbstractValidator<AddApiKey>
{
    public AddApiKeyValidator() => RuleFor(command => command.Body).SetValidator(new ApiKeyBodyValidator());
}

internal sealed class AddApiKeyHandler(AccountCheck check, KeyMaker maker) : ICommandHandler<AddApiKey, IssuedApiKey>
{
    public async Task<Answer<IssuedApiKey>> Handle(AddApiKey request, CancellationToken cancellationToken) =>
        await check.FindAsync(request.Id, cancellationToken) is { } account
            ? maker.Make(account, request.Body)
            : AccountErrors.NotFound;
}
