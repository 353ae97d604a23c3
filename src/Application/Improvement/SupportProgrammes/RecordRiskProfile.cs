using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>
/// Records the imported risk profile of a school, or its own diagnosis beside it: one level for each factor of the edition
/// (RISK-4, RISK-5). The official profile needs a right of its own.
/// </summary>
[Permission(ParticipationPermissions.Diagnose)]
public sealed record RecordRiskProfile(Guid SupportProgrammeId, Guid Id, int Version, RiskProfileBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class RecordRiskProfileValidator : AbstractValidator<RecordRiskProfile>
{
    public RecordRiskProfileValidator()
    {
        RuleFor(command => command.Body.Source).NotEmpty().ShortText(Participation.ProfileSourceMaxLength);
        RuleFor(command => command.Body.Date).ReasonableDay();
        RuleFor(command => command.Body.Edition).CodeText(RiskEdition.CodeMaxLength);
        RuleFor(command => command.Body.Factors).MostItems(RiskEdition.MostFactors);
        // Stopping at the first wrong item would hide the others.
        RuleForEach(command => command.Body.Factors)
            .Cascade(CascadeMode.Continue)
            .NotNull()
            .SetValidator(new RiskFactorBodyValidator());
    }
}

internal sealed class RecordRiskProfileHandler(IImprovementStore store, IReads reads, IClock clock, Caller caller)
    : ICommandHandler<RecordRiskProfile, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(
        RecordRiskProfile request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        if (Participation.DayOf(body.Date, clock.Today, "/date").Error is { } future)
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

        if (body.Origin == RiskProfileOrigin.Official && !caller.May(ParticipationPermissions.Profile))
        {
            return SecurityErrors.MayNot(ParticipationPermissions.Profile);
        }

        if (participation.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var code = body.Edition ?? participation.EditionCode;
        var edition = await store
            .RiskEditions.AsNoTracking()
            .Include(edition => edition.Factors)
            .SingleOrDefaultAsync(edition => edition.Code == code, cancellationToken);
        if (edition is null)
        {
            return SupportProgrammeErrors.EditionUnknown(code);
        }

        var entries = body.Factors.Select(factor => factor.ToEntry()).ToList();
        var recorded =
            body.Origin == RiskProfileOrigin.Own
                ? participation.RecordOwnRiskProfile(edition, entries, body.Source, body.Date, body.Replaces)
                : participation.RecordRiskProfile(edition, entries, body.Source, body.Date, body.Replaces);
        return recorded.Refused
            ? recorded.Error
            : reads.Answer<Participation, ParticipationDetails>(participation).Warn(recorded.Warnings.AsSpan());
    }
}
