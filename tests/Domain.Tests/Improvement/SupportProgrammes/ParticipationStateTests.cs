using MethodCenter.Domain.Improvement.SupportProgrammes;
using static MethodCenter.Domain.Improvement.SupportProgrammes.ParticipationState;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class ParticipationStateTests
{
    /// <summary>Every step, the states it is allowed in, and the state it leads to (null: stays).</summary>
    private static readonly Dictionary<string, (ParticipationState[] From, ParticipationState? To)> Steps = new()
    {
        ["record profile"] = ([Assigned, Profiled], Profiled),
        ["choose priorities"] = ([Profiled, Planned], Planned),
        ["start"] = ([Planned], InProgress),
        ["close"] = ([InProgress], Closed),
        ["replace curator"] = ([Assigned, Profiled, Planned, InProgress], null),
        ["replace coordinator"] = ([Assigned, Profiled, Planned, InProgress], null),
    };

    public static TheoryData<string, ParticipationState> Allowed => Cases(allowed: true);

    public static TheoryData<string, ParticipationState> Forbidden => Cases(allowed: false);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_step_in_its_turn_leads_to_its_state_and_is_announced(string step, ParticipationState from)
    {
        var school = Support.Participation(from);

        Take(step, school).Refused.ShouldBeFalse();

        school.State.ShouldBe(Steps[step].To ?? from);
        school.Events.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_step_out_of_turn_is_refused_and_changes_nothing(string step, ParticipationState from)
    {
        var school = Support.Participation(from);
        var (closedOn, startedOn, curator) = (school.ClosedOn, school.StartedOn, school.CuratorId);

        Take(step, school)
            .ShouldRefuse(
                "participation.wrong-state",
                ErrorKind.Conflict,
                null,
                ("state", from),
                ("expected", string.Join(", ", Steps[step].From))
            );

        school.State.ShouldBe(from);
        (school.ClosedOn, school.StartedOn, school.CuratorId).ShouldBe((closedOn, startedOn, curator));
        school.Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_tables_cover_every_step_in_every_state()
    {
        (Allowed.Count, Forbidden.Count).ShouldBe((14, 16));
    }

    [Fact]
    public void The_work_does_not_start_before_the_priorities_were_chosen()
    {
        var school = Support.Participation(Planned);

        school
            .Start(Support.Planned.AddDays(-1))
            .ShouldRefuse("participation.day-too-early", ErrorKind.Unprocessable, "/on", ("earliest", Support.Planned));
        school.Start(Support.Planned).Refused.ShouldBeFalse();
        school.StartedOn.ShouldBe(Support.Planned);
        school.Events.ShouldBe([new ParticipationStarted(school.Id, Support.School)]);
    }

    [Fact]
    public void A_participation_does_not_close_before_it_started()
    {
        var school = Support.Participation(InProgress);

        school
            .Close(ParticipationOutcome.PositiveDynamics, Support.Started.AddDays(-1), null)
            .ShouldRefuse("participation.day-too-early", ErrorKind.Unprocessable, "/on", ("earliest", Support.Started));
        school.Close(ParticipationOutcome.PositiveDynamics, Support.Started, null).Refused.ShouldBeFalse();
    }

    [Fact]
    public void The_outcome_is_kept_with_its_day_and_comment()
    {
        var school = Support.Participation(InProgress);

        school.Close(ParticipationOutcome.ExitedLowResults, Support.Closed, " Протокол № 4 ").Refused.ShouldBeFalse();

        (school.Outcome, school.ClosedOn, school.ClosingComment).ShouldBe(
            (ParticipationOutcome.ExitedLowResults, Support.Closed, "Протокол № 4")
        );
        school.Events.ShouldBe([
            new ParticipationClosed(school.Id, Support.School, ParticipationOutcome.ExitedLowResults),
        ]);
    }

    [Fact]
    public void An_outcome_may_be_decided_after_the_cycle()
    {
        Support
            .Participation(InProgress)
            .Close(ParticipationOutcome.ExitedLowResults, Support.CycleEnd.AddDays(200), null)
            .Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void No_dynamics_is_not_recorded_without_a_comment(string? comment)
    {
        var school = Support.Participation(InProgress);

        school
            .Close(ParticipationOutcome.NoDynamics, Support.Closed, comment)
            .ShouldRefuse("participation.comment-required", ErrorKind.Unprocessable, "/comment")
            .Rule!.Code.ShouldBe("RISK-12");
        school.State.ShouldBe(InProgress);
        school.Close(ParticipationOutcome.NoDynamics, Support.Closed, "Сменился директор").Refused.ShouldBeFalse();
    }

    private static Result<Nothing> Take(string step, Participation school) =>
        step switch
        {
            "record profile" => Support.Record(school, Support.KemerovoEntries()),
            "choose priorities" => Support.ChooseHigh(school),
            "start" => school.Start(Support.Started),
            "close" => school.Close(ParticipationOutcome.PositiveDynamics, Support.Closed, null),
            "replace curator" => school.ReplaceCurator(
                Support.OtherPerson,
                Support.Closed,
                Support.Free,
                Support.Norms()
            ),
            "replace coordinator" => school.ReplaceCoordinator(Support.OtherPerson, Support.Closed),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "No such step."),
        };

    private static TheoryData<string, ParticipationState> Cases(bool allowed)
    {
        var cases = new TheoryData<string, ParticipationState>();
        foreach (var (step, (from, _)) in Steps)
        {
            foreach (var state in Enum.GetValues<ParticipationState>().Where(state => from.Contains(state) == allowed))
            {
                cases.Add(step, state);
            }
        }

        return cases;
    }

    [Fact]
    public void A_closing_without_documents_or_confirmation_is_doubted_and_recorded()
    {
        var bare = Support.Participation(ParticipationState.InProgress);
        var proven = Support.Participation(ParticipationState.InProgress);
        var papers = new ParticipationPapers([.. Enum.GetValues<ParticipationDocument>()], MonitoringConfirmed: true);
        var dynamic = Support.Participation(ParticipationState.InProgress);

        var doubted = bare.Close(ParticipationOutcome.ExitedLowResults, Support.Closed, null);
        var clean = proven.Close(ParticipationOutcome.ExitedLowResults, Support.Closed, null, papers);
        var partly = dynamic.Close(
            ParticipationOutcome.PositiveDynamics,
            Support.Closed,
            null,
            papers with
            {
                Documents = [ParticipationDocument.Concept],
                MonitoringConfirmed = null,
            }
        );

        doubted
            .Warnings.Select(warning => (warning.Code, warning.Rule!.Code))
            .ShouldBe([("participation.documents-missing", "RISK-7"), ("participation.exit-unconfirmed", "RISK-12")]);
        clean.Warnings.ShouldBeEmpty();
        var missing = partly.Warnings.ShouldHaveSingleItem().Params;
        (missing["count"], missing["of"]).ShouldBe((3, 4));
        ((IEnumerable<ParticipationDocument>)missing["documents"]!).ShouldBe([
            ParticipationDocument.DevelopmentProgramme,
            ParticipationDocument.RiskProgrammes,
            ParticipationDocument.RoadMap,
        ]);
        (proven.Documents!.Count, proven.MonitoringConfirmed).ShouldBe((4, (bool?)true));
        bare.State.ShouldBe(ParticipationState.Closed);
    }
}
