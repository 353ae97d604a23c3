using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Who is subject to conformity, and when (ATT-3 … ATT-5).</summary>
/// <remarks>
/// Readings that the acts leave open, all of them assumed:
/// tenure runs through employments of one post at one organisation that follow each other without a free day; a
/// conformity of an earlier spell of work, or of another employer, does not count; a negative conformity starts the
/// five years as a positive one does; the day of return is the day after the last day of absence; an illness of
/// exactly four months does not exempt; terms of exemption follow the norms of the day asked about.
/// </remarks>
public static class ConformityRules
{
    /// <summary>The exemption in force on the day, or null. Of several, the one that lasts longest.</summary>
    public static ConformityExemption? Exemption(
        Guid organisationId,
        Guid positionId,
        DateOnly on,
        CareerFacts facts,
        NormSet norms
    ) => InForce(Exemptions(organisationId, positionId, on, facts, norms), on);

    /// <summary>
    /// Conformity in one post at one organisation; null where the person does not work there that day.
    /// </summary>
    public static ConformityStatus? Status(
        Guid organisationId,
        Guid positionId,
        DateOnly on,
        CareerFacts facts,
        NormSet norms
    )
    {
        if (Spell(organisationId, positionId, on, facts) is not { } spell)
        {
            return null;
        }

        var last = facts
            .History.Where(fact =>
                fact.Kind is AttestationKind.Conformity
                && fact.OrganisationId == organisationId
                && fact.PositionId == positionId
                && fact.DecidedOn >= spell.From
                && fact.DecidedOn <= on
            )
            .OrderBy(fact => fact.DecidedOn)
            .ThenBy(fact => fact.Id)
            .LastOrDefault();
        var exemptions = Exemptions(organisationId, positionId, on, facts, norms);
        var exemption = InForce(exemptions, on);
        var regular = Regular(last, spell.From, on, norms);
        var due = Due(regular, on, exemptions);
        var valid = last is { Outcome: AttestationOutcome.Granted } && regular.On >= on;
        var rule = exemption?.Rule ?? due?.Rule ?? regular.Rule;
        return new(organisationId, positionId, last, valid, exemption, due, rule);
    }

    /// <summary>ATT-3, as if there were no exemptions.</summary>
    private static ConformityDue Regular(AttestationFact? last, DateOnly since, DateOnly on, NormSet norms)
    {
        if (last is { ValidUntil: { } recorded })
        {
            return new(recorded, last.Rule);
        }

        if (last is not null)
        {
            var (until, rule) = AttestationRules.ValidUntil(AttestationKind.Conformity, last.DecidedOn, norms);
            return new(until!.Value, rule);
        }

        var first = norms.Get(AttestationNorms.ConformityFirstDueYears, on);
        return new(since.YearsOn(first.AsWholeNumber()!.Value), first.ToRule());
    }

    /// <summary>Puts the regular day off past every exemption that stands in the way (ATT-4, ATT-5).</summary>
    private static ConformityDue? Due(ConformityDue regular, DateOnly on, List<ConformityExemption> exemptions)
    {
        var due = regular;
        if (regular.On < on)
        {
            // Overdue. The debt dates from the regular day, or from the end of the last exemption since then; while an
            // exemption is in force nobody owes anything before it ends.
            if (InForce(exemptions, on) is { } current)
            {
                due = new(on, current.Rule);
            }
            else if (
                exemptions.Where(past => past.Period.To < on).MaxBy(past => past.Period.To) is { } ended
                && ended.Period.To >= regular.On
            )
            {
                return After(ended);
            }
        }

        while (InForce(exemptions, due.On) is { } exemption)
        {
            if (exemption.Period.To is not { } lastDay || lastDay == DateOnly.MaxValue)
            {
                return null;
            }

            due = After(exemption);
        }

        return due;
    }

    private static ConformityDue After(ConformityExemption exemption)
    {
        var day = exemption.Period.To!.Value.Next();
        var expired = exemption.Reason is ConformityExemptionReason.Category;
        return new(day, expired ? AttestationNorms.Regulation("ATT-5", day) : exemption.Rule);
    }

    private static ConformityExemption? InForce(List<ConformityExemption> exemptions, DateOnly on) =>
        exemptions
            .Where(exemption => exemption.Period.Contains(on))
            .MaxBy(exemption => exemption.Period.To ?? DateOnly.MaxValue);

    /// <summary>All exemptions of the person in the post, in the order of ATT-4.</summary>
    private static List<ConformityExemption> Exemptions(
        Guid organisationId,
        Guid positionId,
        DateOnly on,
        CareerFacts facts,
        NormSet norms
    )
    {
        var category = norms.Get(AttestationNorms.ConformityCategorySamePosition, on);
        var exemptions = CategorySpan
            .AsOf(on, facts)
            .Where(span => category.Value != "true" || span.PositionId == positionId)
            .Select(span => new ConformityExemption(
                ConformityExemptionReason.Category,
                new Period(span.Since, span.Until),
                category.ToRule()
            ))
            .ToList();
        if (Spell(organisationId, positionId, on, facts) is { } spell)
        {
            var yearsInPost = norms.Get(AttestationNorms.ConformityYearsInPost, on);
            var completed = spell.From.YearsOn(yearsInPost.AsWholeNumber()!.Value);
            exemptions.Add(
                new(
                    ConformityExemptionReason.ShortTenure,
                    new Period(spell.From, completed.Previous()),
                    yearsInPost.ToRule()
                )
            );
        }

        exemptions.AddRange(Enum.GetValues<AbsenceCause>().SelectMany(cause => Absences(cause, on, facts, norms)));

        // A term that ends before it begins (an odd record, a norm of no years) exempts nobody.
        exemptions.RemoveAll(exemption => exemption.Period.To < exemption.Period.From);
        return exemptions;
    }

    private static IEnumerable<ConformityExemption> Absences(
        AbsenceCause cause,
        DateOnly on,
        CareerFacts facts,
        NormSet norms
    )
    {
        var reason = cause switch
        {
            AbsenceCause.Pregnancy => ConformityExemptionReason.Pregnancy,
            AbsenceCause.MaternityLeave => ConformityExemptionReason.MaternityLeave,
            AbsenceCause.ParentalLeave => ConformityExemptionReason.ParentalLeave,
            _ => ConformityExemptionReason.LongIllness,
        };
        var after = cause switch
        {
            AbsenceCause.Pregnancy => null,
            AbsenceCause.LongIllness => norms.Get(AttestationNorms.ConformityAfterIllnessYears, on),
            _ => norms.Get(AttestationNorms.ConformityAfterLeaveYears, on),
        };
        var rule = after?.ToRule() ?? AttestationNorms.Regulation("ATT-4", on);
        var least = norms.WholeNumber(AttestationNorms.LongIllnessMonths, on);
        foreach (var absence in Merge(facts.Absences.Where(fact => fact.Cause == cause).Select(fact => fact.Period)))
        {
            if (cause is AbsenceCause.LongIllness && (absence.To ?? on) < absence.From.MonthsOn(least))
            {
                continue;
            }

            // «Не ранее чем через два года после выхода»: the day of return plus two years is free again.
            var last = after is null ? absence.To : absence.To?.Next().YearsOn(after.AsWholeNumber()!.Value).Previous();
            yield return new(reason, absence with { To = last }, rule);
        }
    }

    /// <summary>The unbroken work in the post at the organisation that goes on on the day.</summary>
    private static Period? Spell(Guid organisationId, Guid positionId, DateOnly on, CareerFacts facts)
    {
        var jobs = facts
            .Employments.Where(job => job.OrganisationId == organisationId && job.PositionId == positionId)
            .Select(job => job.Period);
        foreach (var spell in Merge(jobs))
        {
            if (spell.Contains(on))
            {
                return spell;
            }
        }

        return null;
    }

    /// <summary>Joins periods that overlap or follow each other; leaves out those that end before they begin.</summary>
    private static List<Period> Merge(IEnumerable<Period> periods)
    {
        var merged = new List<Period>();
        foreach (var next in periods.Where(period => !(period.To < period.From)).OrderBy(period => period.From))
        {
            if (merged.Count == 0 || merged[^1].To?.Next() < next.From)
            {
                merged.Add(next);
                continue;
            }

            var last = merged[^1];
            var to = last.To is { } one && next.To is { } other ? (one > other ? one : other) : (DateOnly?)null;
            merged[^1] = new Period(last.From, to);
        }

        return merged;
    }
}
