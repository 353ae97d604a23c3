using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

internal sealed class RiskFactorBodyValidator : AbstractValidator<RiskFactorBody>
{
    public RiskFactorBodyValidator()
    {
        RuleFor(body => body.Factor).ShortText(RiskFactor.NameMaxLength);
        RuleFor(body => body.Number).InclusiveBetween(1, RiskEdition.MostFactors);
    }
}

/// <summary>What the use cases of a participation have in common.</summary>
internal static class ParticipationChecks
{
    /// <summary>The participation by its address, of which the programme is a part.</summary>
    public static Task<Participation?> FindParticipationAsync(
        this IQueryable<Participation> rows,
        Guid supportProgrammeId,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        rows.SingleOrDefaultAsync(
            participation => participation.Id == id && participation.SupportProgrammeId == supportProgrammeId,
            cancellationToken
        );

    /// <summary>With the profile in the order of the edition, so that several errors always come in one order.</summary>
    public static IQueryable<Participation> WithRisks(this IQueryable<Participation> rows) =>
        rows.Include(participation => participation.RiskAssessments.OrderBy(risk => risk.FactorNumber));
}
