using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

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
    public Task<Answer<RiskEditionDetails>> Handle(RegisterRiskEdition request, CancellationToken cancellationToken)
    {
        if (!RiskEdition.Register(request.Code, request.ToTerms()).Succeeded(out var edition, out var error))
        {
            return Task.FromResult<Answer<RiskEditionDetails>>(error);
        }

        store.RiskEditions.Add(edition);
        return Task.FromResult(reads.Answer<RiskEdition, RiskEditionDetails>(edition));
    }
}
