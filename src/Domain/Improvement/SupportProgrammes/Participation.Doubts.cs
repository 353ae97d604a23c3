namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <content>The school's own diagnosis, and what is doubtful of profiles and outcomes.</content>
public sealed partial class Participation
{
    /// <summary>Records the school's own diagnosis beside the official profile, which it never overwrites (RISK-5).</summary>
    /// <remarks>Neither does one of another source overwrite this one, unless it says so.</remarks>
    public Result<Nothing> RecordOwnRiskProfile(
        RiskEdition edition,
        IReadOnlyList<RiskProfileEntry> entries,
        string source,
        DateOnly date,
        bool replaces = false
    )
    {
        if (State == ParticipationState.Closed)
        {
            return ParticipationErrors.WrongState(
                State,
                ParticipationState.Assigned,
                ParticipationState.Profiled,
                ParticipationState.Planned,
                ParticipationState.InProgress
            );
        }

        if (OwnProfile is { } recorded && !replaces && IsOtherSource(recorded.Source, source))
        {
            return ParticipationErrors.ProfileOfOtherSource(recorded.Source);
        }

        if (!RiskProfileReading.Read(edition, entries).Succeeded(out var levels, out var error))
        {
            return error;
        }

        OwnProfile = new OwnRiskProfile(
            source,
            date,
            edition.Code,
            [.. levels.Select(line => new OwnRiskLevel(line.Factor.Number, line.Factor.Name, line.Level))]
        );
        return Nothing.Done.Warn([.. ProfileDoubts(edition, date)]);
    }

    private static bool IsOtherSource(string recorded, string source) =>
        SearchText.Normalize(recorded) != SearchText.Normalize(source);

    private IEnumerable<Warning> ProfileDoubts(RiskEdition edition, DateOnly date)
    {
        if (date < edition.ValidFrom)
        {
            yield return ParticipationErrors.ProfileBeforeEdition(edition.Code, edition.ValidFrom);
        }

        if (edition.IsOfOtherYear(CycleYear))
        {
            yield return ParticipationErrors.EditionOfOtherYear(edition.Code, CycleYear);
        }
    }

    private IEnumerable<Warning> ClosingDoubts(ParticipationOutcome outcome)
    {
        var missing = Enum.GetValues<ParticipationDocument>().Except(Documents ?? []).ToArray();
        if (missing.Length > 0)
        {
            yield return ParticipationErrors.DocumentsMissing(missing);
        }

        if (outcome == ParticipationOutcome.ExitedLowResults && MonitoringConfirmed is not true)
        {
            yield return ParticipationErrors.ExitUnconfirmed;
        }
    }
}
