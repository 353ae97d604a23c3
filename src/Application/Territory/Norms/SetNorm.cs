using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>
/// Sets a norm for the centre from a day on; it takes precedence over the edition that ships with the service.
/// </summary>
[Permission(NormPermissions.Write)]
public sealed record SetNorm : NormBody, ICommand<CentreNormDetails>
{
    public required string Code { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly ValidFrom { get; init; }
}

internal sealed class NormBodyValidator : AbstractValidator<NormBody>
{
    public NormBodyValidator()
    {
        RuleFor(body => body.Value).ShortText(NormDefinition.ValueMaxLength);
        RuleFor(body => body.Basis).NotEmpty().ShortText(RuleReference.BasisMaxLength);
        RuleFor(body => body.ValidTo).ReasonableDay();
    }
}

internal sealed class SetNormValidator : AbstractValidator<SetNorm>
{
    public SetNormValidator()
    {
        Include(new NormBodyValidator());
        RuleFor(command => command.Code).NotEmpty().ShortText(NormDefinition.CodeMaxLength);
        RuleFor(command => command.ValidFrom).ReasonableDay();
    }
}

internal sealed class SetNormHandler(ITerritoryStore store, INorms norms, IReads reads)
    : ICommandHandler<SetNorm, CentreNormDetails>
{
    public Task<Answer<CentreNormDetails>> Handle(SetNorm request, CancellationToken cancellationToken) =>
        Task.FromResult(Set(request));

    private Answer<CentreNormDetails> Set(SetNorm request)
    {
        if (!norms.Definitions.TryGetValue(request.Code, out var definition))
        {
            return NormErrors.UnknownCode;
        }

        var terms = new NormTerms(request.Value, request.ValidFrom, request.ValidTo, request.Basis);
        if (!CentreNorm.Set(definition, terms).Succeeded(out var norm, out var error))
        {
            return error;
        }

        store.CentreNorms.Add(norm);
        return reads.Answer<CentreNorm, CentreNormDetails>(norm);
    }
}
