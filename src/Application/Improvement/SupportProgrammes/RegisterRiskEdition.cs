using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>What is written in an edition of the risk dictionary.</summary>
public record RiskEditionBody
{
    /// <summary>First day on which the edition is used.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Where the list comes from: act, letter, published programme.</summary>
    public required string Source { get; init; }

    /// <summary>How far the list can be trusted.</summary>
    public required NormConfidence Confidence { get; init; }

    /// <summary>Names of the factors; they are numbered in this order, from 1.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    internal RiskEditionTerms ToTerms() => new(ValidFrom, Source, Confidence, Factors);
}

/// <summary>Registers an edition of the risk dictionary, e.g. that of a new cycle (RISK-1).</summary>
[Permission(RiskEditionPermissions.Write)]
public sealed record RegisterRiskEdition : RiskEditionBody, ICommand<RiskEditionDetails>
{
    /// <summary>Name of the edition, by its year; unique within the centre, never changes.</summary>
    public required string Code { get; init; }
}

internal sealed class RiskEditionBodyValidator : AbstractValidator<RiskEditionBody>
{
    public RiskEditionBodyValidator()
    {
        RuleFor(body => body.ValidFrom).ReasonableDay();
        RuleFor(body => body.Source).NotEmpty().ShortText(RiskEdition.SourceMaxLength);
        RuleFor(body => body.Factors).MostItems(RiskEdition.MostFactors);
        RuleForEach(body => body.Factors).Cascade(CascadeMode.Continue).NotEmpty().ShortText(RiskFactor.NameMaxLength);
    }
}

internal sealed class RegisterRiskEditionValidator : AbstractValidator<RegisterRiskEdition>
{
    public RegisterRiskEditionValidator()
    {
        Include(new RiskEditionBodyValidator());
        RuleFor(command => command.Code).NotEmpty().CodeText(RiskEdition.CodeMaxLength);
    }
}

internal sealed class RegisterRiskEditionHandler(IImprovementStore store, IReads reads)
    : ICommandHandler<RegisterRiskEdition, RiskEditionDetails>
{
    public Task<Result<RiskEditionDetails>> Handle(RegisterRiskEdition request, CancellationToken cancellationToken)
    {
        if (!RiskEdition.Register(request.Code, request.ToTerms()).Succeeded(out var edition, out var error))
        {
            return Task.FromResult<Result<RiskEditionDetails>>(error);
        }

        store.RiskEditions.Add(edition);
        return Task.FromResult(reads.Answer<RiskEdition, RiskEditionDetails>(edition));
    }
}
