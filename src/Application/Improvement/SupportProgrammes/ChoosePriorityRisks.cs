using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Records which risks the school works against; repeatable until the work starts (RISK-6).</summary>
[Permission(ParticipationPermissions.Plan)]
public sealed record ChoosePriorityRisks(Guid SupportProgrammeId, Guid Id, int Version, PriorityRisksBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class RiskDecisionBodyValidator : AbstractValidator<RiskDecisionBody>
{
    public RiskDecisionBodyValidator()
    {
        Include(new RiskFactorBodyValidator());
        RuleFor(body => body.Reason).MaximumLength(RiskAssessment.ReasonMaxLength);
    }
}

internal sealed class ChoosePriorityRisksValidator : AbstractValidator<ChoosePriorityRisks>
{
    public ChoosePriorityRisksValidator()
    {
        RuleFor(command => command.Body.Choices).MostItems(RiskEdition.MostFactors);
        RuleForEach(command => command.Body.Choices)
            .Cascade(CascadeMode.Continue)
            .NotNull()
            .SetValidator(new RiskDecisionBodyValidator());
        RuleFor(command => command.Body.LeftOut).MostItems(RiskEdition.MostFactors);
        RuleForEach(command => command.Body.LeftOut)
            .Cascade(CascadeMode.Continue)
            .NotNull()
            .SetValidator(new RiskDecisionBodyValidator());
        RuleFor(command => command.Body.On).ReasonableDay();
    }
}

internal sealed class ChoosePriorityRisksHandler(IImprovementStore store, INorms norms, IReads reads, IClock clock)
    : ICommandHandler<ChoosePriorityRisks, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(
        ChoosePriorityRisks request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        if (!Participation.DayOf(body.On, clock.Today).Succeeded(out var on, out var future))
        {
            return future;
        }

        var participation = await store
            .Participations.WithRisks()
            .FindParticipationAsync(request.SupportProgrammeId, request.Id, cancellationToken);
        if (participation is null)
        {
            return ParticipationErrors.NotFound;
        }

        if (participation.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var chosen = participation.ChoosePriorityRisks(
            [.. body.Choices.Select(choice => choice.ToDecision())],
            [.. body.LeftOut.Select(omission => omission.ToDecision())],
            on,
            await norms.GetAsync(cancellationToken)
        );
        return chosen.Error ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }
}
