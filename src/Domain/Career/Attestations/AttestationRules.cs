using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>How long a decision is in force, and the rule that says so.</summary>
/// <param name="Until">Last day in force; for conformity the day when the next is due; null: without end.</param>
public sealed record AttestationTerm(DateOnly? Until, RuleReference Rule);

/// <summary>Who may claim a category, and for how long one is set (ATT-12 … ATT-18, ATT-22, ATT-23).</summary>
/// <remarks>
/// The norm is that of the event (GEN-1): of the application for the right to claim, of the decision for the term. Use
/// of a category for a kindred post by a sector agreement (ATT-20) is not read into these rules.
/// </remarks>
public static class AttestationRules
{
    /// <summary>May the person apply for the category on the day, by the regulation and by what is on record.</summary>
    /// <remarks>Decisions after the day of application neither help nor hinder. Tenure plays no part
    /// (ATT-11).</remarks>
    public static Claim MayClaim(
        AttestationKind kind,
        Guid positionId,
        DateOnly appliedOn,
        CareerFacts facts,
        NormSet norms
    )
    {
        if (kind is AttestationKind.Conformity)
        {
            return Claim.Barred(
                AttestationErrors.ConformityNotByApplication(AttestationNorms.Regulation("ATT-2", appliedOn))
            );
        }

        if (NotIntroduced(kind, appliedOn, norms) is { } unknown)
        {
            return Claim.Barred(unknown);
        }

        if (Paused(kind, positionId, appliedOn, facts, norms) is { } paused)
        {
            return Claim.Paused(paused);
        }

        return kind switch
        {
            AttestationKind.First => Claim.Admitted(AttestationNorms.Regulation("ATT-12", appliedOn)),
            AttestationKind.Highest => MayClaimHighest(positionId, appliedOn, facts, norms),
            _ => MayClaimMethodist(kind, appliedOn, facts, norms),
        };
    }

    /// <summary>
    /// Whether who works in the post is attested: a teaching one, but not of the professors and lecturers of universities
    /// (ATT-1); heads are attested by the founder's act, outside this procedure (ATT-25).
    /// </summary>
    /// <param name="category">Section of the post.</param>
    /// <param name="point">
    /// Its point of the nomenclature. «Преподаватель» stands in both points: of a college, and so attested.
    /// </param>
    public static bool IsAttested(PositionCategory category, string? point) =>
        category == PositionCategory.Teaching && point != PositionNomenclature.UniversityPoint;

    /// <summary>Decisions are recorded for posts that are attested.</summary>
    /// <param name="on">Day of the decision.</param>
    public static Result<Nothing> CheckPost(PositionCategory category, string? point, DateOnly on)
    {
        if (category != PositionCategory.Teaching)
        {
            return AttestationErrors.PositionNotTeaching;
        }

        return IsAttested(category, point)
            ? Nothing.Done
            : AttestationErrors.PositionOfUniversity(AttestationNorms.Regulation("ATT-1", on));
    }

    /// <summary>The founder's commission attests for managing posts only (ATT-25).</summary>
    public static Result<Nothing> CheckHeadPost(PositionCategory category) =>
        category == PositionCategory.Managing ? Nothing.Done : HeadAttestationErrors.PositionNotManaging;

    /// <summary>Term of a positive decision (ATT-3, ATT-15, ATT-16, ATT-23).</summary>
    /// <remarks>
    /// The same calendar date some years later; 29 February gives 28 February (GEN-2). Whether that date itself is
    /// still
    /// in force is the centre's setting. Extensions of 2020 reach first and highest only, not conformity.
    /// </remarks>
    public static AttestationTerm ValidUntil(AttestationKind kind, DateOnly decidedOn, NormSet norms)
    {
        if (kind is AttestationKind.Conformity)
        {
            var period = norms.Get(AttestationNorms.ConformityYears, decidedOn);
            return new(decidedOn.YearsOn(period.AsWholeNumber()!.Value), period.ToRule());
        }

        // Before 01.09.2023 there is no edition for the two new kinds: then there is no term to set either.
        var validity = IsMethodist(kind)
            ? norms.Find(AttestationNorms.MethodistValidityYears, decidedOn)
            : norms.Get(AttestationNorms.ValidityYears, decidedOn);
        var rule = validity?.ToRule() ?? AttestationNorms.Regulation("ATT-23", decidedOn);
        if (validity?.AsWholeNumber() is not { } years)
        {
            return new(null, rule);
        }

        var until = decidedOn.YearsOn(years);
        until = norms.Flag(AttestationNorms.LastDayInclusive, decidedOn) ? until : until.Previous();
        return IsMethodist(kind) ? new(until, rule) : Extended(new(until, rule), until, norms);
    }

    /// <summary>
    /// A kind that the regulation of the day does not know cannot be claimed, nor refused (ATT-1, ATT-22).
    /// </summary>
    private static Error? NotIntroduced(AttestationKind kind, DateOnly on, NormSet norms) =>
        IsMethodist(kind) && norms.Find(AttestationNorms.MethodistHighestMustBeValid, on) is null
            ? AttestationErrors.KindNotIntroduced(kind, on, AttestationNorms.Regulation("ATT-1", on))
            : null;

    private static bool IsMethodist(AttestationKind kind) =>
        kind is AttestationKind.Methodist or AttestationKind.Mentor;

    /// <summary>A refusal on record that bars the same claim for a time (ATT-18, ATT-23).</summary>
    private static Error? Paused(
        AttestationKind kind,
        Guid positionId,
        DateOnly appliedOn,
        CareerFacts facts,
        NormSet norms
    )
    {
        var pause = IsMethodist(kind) ? norms.Find(AttestationNorms.MethodistRefusalPauseYears, appliedOn) : null;
        pause ??= norms.Get(AttestationNorms.RefusalPauseYears, appliedOn);
        var samePosition = !IsMethodist(kind) && norms.Flag(AttestationNorms.RefusalPauseSamePosition, appliedOn);
        var refusal = facts
            .History.Where(fact =>
                fact.Kind == kind
                && fact.Outcome is AttestationOutcome.Refused
                && fact.DecidedOn <= appliedOn
                && (!samePosition || fact.PositionId == positionId)
            )
            .MaxBy(fact => fact.DecidedOn);
        if (refusal is null)
        {
            return null;
        }

        // «Не ранее чем через год»: the day one year later is free again.
        var earliest = refusal.DecidedOn.YearsOn(pause.AsWholeNumber()!.Value);
        return appliedOn < earliest
            ? AttestationErrors.RefusedRecently(refusal.DecidedOn, earliest, pause.ToRule())
            : null;
    }

    /// <summary>ATT-13. Refusals go from what cannot be mended to what time will mend.</summary>
    private static Claim MayClaimHighest(Guid positionId, DateOnly appliedOn, CareerFacts facts, NormSet norms)
    {
        var wait = norms.Get(AttestationNorms.HighestPriorYears, appliedOn);
        var (years, rule) = (wait.AsWholeNumber()!.Value, wait.ToRule());
        var highestCounts = norms.Flag(AttestationNorms.HighestAfterHighest, appliedOn);
        var held = CategorySpan
            .AsOf(appliedOn, facts)
            .Where(span =>
                span.Kind is AttestationKind.First || (span.Kind is AttestationKind.Highest && highestCounts)
            )
            .ToList();
        if (held.Count == 0)
        {
            return Claim.NotOnRecord(AttestationErrors.NoPriorCategory(rule));
        }

        if (norms.Flag(AttestationNorms.HighestPriorSamePosition, appliedOn))
        {
            held = [.. held.Where(span => span.PositionId == positionId)];
            if (held.Count == 0)
            {
                return Claim.NotOnRecord(AttestationErrors.PriorCategoryOfOtherPosition(rule));
            }
        }

        if (held.Exists(span => span.Kind is AttestationKind.Highest))
        {
            return Claim.Admitted(rule);
        }

        if (!norms.Flag(AttestationNorms.HighestPriorExpiredCounts, appliedOn))
        {
            var last = held.MaxBy(span => span.Until ?? DateOnly.MaxValue)!;
            held = [.. held.Where(span => span.Covers(appliedOn))];
            if (held.Count == 0)
            {
                return Claim.Contradicted(
                    AttestationErrors.PriorCategoryExpired(last.Until!.Value, rule),
                    last.EndedBy(facts)
                );
            }
        }

        var first = held.MinBy(span => span.Since)!;
        var earliest = first.Since.YearsOn(years);
        return appliedOn < earliest
            ? Claim.Contradicted(
                AttestationErrors.PriorCategoryTooRecent(first.Since, earliest, rule),
                first.BegunBy(facts)
            )
            : Claim.Admitted(rule);
    }

    /// <summary>ATT-22: the highest category, of whatever post.</summary>
    private static Claim MayClaimMethodist(AttestationKind kind, DateOnly appliedOn, CareerFacts facts, NormSet norms)
    {
        var norm = norms.Get(AttestationNorms.MethodistHighestMustBeValid, appliedOn);
        var highest = CategorySpan.AsOf(appliedOn, facts).Where(span => span.Kind is AttestationKind.Highest).ToList();
        if (highest.Count == 0)
        {
            return Claim.NotOnRecord(AttestationErrors.HighestRequired(kind, norm.ToRule()));
        }

        if (norm.Value != "true" || highest.Exists(span => span.Covers(appliedOn)))
        {
            return Claim.Admitted(norm.ToRule());
        }

        var last = highest.MaxBy(span => span.Until!.Value)!;
        return Claim.Contradicted(
            AttestationErrors.HighestExpired(kind, last.Until!.Value, norm.ToRule()),
            last.EndedBy(facts)
        );
    }

    /// <summary>ATT-16. Each step moves the day forward to one of finitely many days, so it ends.</summary>
    private static AttestationTerm Extended(AttestationTerm term, DateOnly until, NormSet norms)
    {
        while (norms.Find(AttestationNorms.ExtendedTo, until) is { } extension && extension.AsDay() > until)
        {
            var chains = norms.Flag(AttestationNorms.ExtensionChains, until);
            until = extension.AsDay()!.Value;
            term = new(until, extension.ToRule());
            if (!chains)
            {
                break;
            }
        }

        return term;
    }
}
