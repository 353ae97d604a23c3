using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Organizations.Norms;

namespace MethodCenter.Application.Organizations.Norms;

/// <summary>What may change of a norm that the centre has set.</summary>
public record NormBody
{
    /// <summary>The value in invariant form; null: no limit, where the norm allows that.</summary>
    public string? Value { get; init; }

    /// <summary>Last day in force; null: until further notice.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The act by which the centre sets it.</summary>
    public required string Basis { get; init; }
}

/// <summary>Sets a norm for the centre from a day on; it goes before the edition that ships with the service.</summary>
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

internal sealed class SetNormHandler(IOrganizationStore store, INorms norms, IReads reads)
    : ICommandHandler<SetNorm, CentreNormDetails>
{
    public Task<Result<CentreNormDetails>> Handle(SetNorm request, CancellationToken cancellationToken) =>
        Task.FromResult(Set(request));

    private Result<CentreNormDetails> Set(SetNorm request)
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
