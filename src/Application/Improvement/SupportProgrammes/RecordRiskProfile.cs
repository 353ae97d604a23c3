using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A risk profile as it came from its source.</summary>
public sealed record RiskProfileBody
{
    /// <summary>Where the profile comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Date of the profile, not later than today.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Code of the edition by which the levels were given; that of the cycle where it is not given.</summary>
    public string? Edition { get; init; }

    /// <summary>Every factor of the edition exactly once, in any order.</summary>
    public required IReadOnlyList<RiskLevelBody> Factors { get; init; }
}

/// <summary>A factor and its level.</summary>
public sealed record RiskLevelBody : RiskFactorBody
{
    public required RiskLevel Level { get; init; }

    internal RiskProfileEntry ToEntry() => new(ToReference(), Level);
}

/// <summary>Records the imported risk profile of a school: one level for each factor of the edition (RISK-4, RISK-5).</summary>
[Permission(ParticipationPermissions.Profile)]
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

internal sealed class RecordRiskProfileHandler(IImprovementStore store, IReads reads, IClock clock)
    : ICommandHandler<RecordRiskProfile, ParticipationDetails>
{
    public async Task<Result<ParticipationDetails>> Handle(
        RecordRiskProfile request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        if (clock.RefuseFuture(body.Date, "/date") is { } future)
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
        return participation.RecordRiskProfile(edition, entries, body.Source, body.Date).Error
            ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }
}
