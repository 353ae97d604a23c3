using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class AssignmentTests
{
    private static readonly CuratorStanding Insider = Support.Free with { WorksAtSchool = true };

    [Fact]
    public void An_assigned_school_has_its_people_its_cycle_and_its_edition()
    {
        var programme = Support.Programme();

        var school = Participation
            .Assign(programme, Support.Assignment(), isSchool: true, Support.Free, Support.Norms())
            .Value;

        (school.SupportProgrammeId, school.CycleId).ShouldBe((programme.Id, programme.Cycles[0].Id));
        (school.CycleYear, school.EditionCode).ShouldBe((2022, "2022"));
        (school.OrganisationId, school.CoordinatorId, school.CuratorId).ShouldBe(
            (Support.School, Support.Coordinator, Support.Curator)
        );
        (school.AssignedOn, school.CuratorSince, school.CoordinatorSince).ShouldBe(
            (Support.Assigned, Support.Assigned, Support.Assigned)
        );
        school.State.ShouldBe(ParticipationState.Assigned);
        school.Events.ShouldBe([
            new SchoolAssigned(
                school.Id,
                programme.Id,
                programme.Cycles[0].Id,
                Support.School,
                Support.Coordinator,
                Support.Curator
            ),
        ]);
    }

    [Fact]
    public void One_person_may_be_coordinator_and_curator()
    {
        var assignment = Support.Assignment() with { CoordinatorId = Support.Curator };

        var school = Assign(assignment: assignment).Value;

        school.CuratorId.ShouldBe(school.CoordinatorId);
    }

    [Fact]
    public void A_year_without_a_cycle_is_refused()
    {
        Assign(assignment: Support.Assignment() with { Year = 2023 })
            .ShouldRefuse("participation.cycle-unknown", ErrorKind.Unprocessable, "/year", ("year", 2023));
    }

    [Theory]
    [InlineData("2021-11-30", false)]
    [InlineData("2021-12-01", true)]
    [InlineData("2022-12-31", true)]
    [InlineData("2023-01-01", false)]
    public void The_day_of_the_assignment_lies_within_the_cycle(string day, bool accepted)
    {
        var result = Assign(assignment: Support.Assignment(DateOnly.Parse(day)));

        result.Refused.ShouldBe(!accepted);
        if (!accepted)
        {
            result.ShouldRefuse(
                "participation.outside-cycle",
                ErrorKind.Unprocessable,
                "/on",
                ("year", 2022),
                ("startsOn", Support.CycleStart),
                ("endsOn", Support.CycleEnd)
            );
        }
    }

    [Fact]
    public void Only_a_school_takes_part()
    {
        Assign(isSchool: false).ShouldRefuse("participation.not-a-school", ErrorKind.Unprocessable, "/organisationId");
    }

    [Fact]
    public void A_curator_does_not_work_at_the_school()
    {
        Assign(curator: Insider)
            .ShouldRefuse("participation.curator-works-at-school", ErrorKind.Unprocessable, "/curatorId")
            .Rule!.Code.ShouldBe("RISK-8");
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void A_curator_holds_no_more_schools_than_the_limit(int open, bool refused)
    {
        var result = Assign(curator: new CuratorStanding(false, open));

        result.Refused.ShouldBe(refused);
        if (refused)
        {
            result
                .ShouldRefuse(
                    "participation.curator-limit-reached",
                    ErrorKind.Unprocessable,
                    "/curatorId",
                    ("limit", 5),
                    ("current", open)
                )
                .Rule!.Code.ShouldBe("RISK-8");
        }
    }

    [Theory]
    [InlineData("2022-05-31", false)]
    [InlineData("2022-06-01", true)]
    public void The_limit_is_the_one_in_force_on_the_day_of_the_assignment(string day, bool refused)
    {
        var norms = Support.Norms(
            Support.CentreNorm(SupportProgrammeNorms.SchoolsPerCurator, "2", new DateOnly(2022, 6, 1))
        );

        Assign(Support.Assignment(DateOnly.Parse(day)), curator: new CuratorStanding(false, 2), norms: norms)
            .Refused.ShouldBe(refused);
    }

    [Fact]
    public void A_centre_may_lift_the_limit()
    {
        var norms = Support.Norms(Support.CentreNorm(SupportProgrammeNorms.SchoolsPerCurator, null));

        Assign(curator: new CuratorStanding(false, 1000), norms: norms).Refused.ShouldBeFalse();
    }

    [Fact]
    public void The_guards_stand_in_the_order_cycle_day_school_employer_limit()
    {
        var wrong = new CuratorStanding(WorksAtSchool: true, OpenParticipations: 99);
        var late = Support.Assignment(Support.CycleEnd.AddDays(1));

        Assign(late with { Year = 1999 }, isSchool: false, wrong).Error!.Code.ShouldBe("participation.cycle-unknown");
        Assign(late, isSchool: false, wrong).Error!.Code.ShouldBe("participation.outside-cycle");
        Assign(isSchool: false, curator: wrong).Error!.Code.ShouldBe("participation.not-a-school");
        Assign(curator: wrong).Error!.Code.ShouldBe("participation.curator-works-at-school");
    }

    [Fact]
    public void A_replaced_curator_gives_way_from_the_day()
    {
        var school = Support.Participation();
        var day = Support.Assigned.AddDays(30);

        school.ReplaceCurator(Support.OtherPerson, day, Support.Free, Support.Norms()).Refused.ShouldBeFalse();

        (school.CuratorId, school.CuratorSince).ShouldBe((Support.OtherPerson, day));
        school.CoordinatorId.ShouldBe(Support.Coordinator);
        school.Events.ShouldBe([new CuratorReplaced(school.Id, Support.School, Support.Curator, Support.OtherPerson)]);
    }

    [Fact]
    public void A_replaced_coordinator_gives_way_from_the_day()
    {
        var school = Support.Participation();
        var day = Support.Assigned.AddDays(30);

        school.ReplaceCoordinator(Support.OtherPerson, day).Refused.ShouldBeFalse();

        (school.CoordinatorId, school.CoordinatorSince).ShouldBe((Support.OtherPerson, day));
        school.CuratorId.ShouldBe(Support.Curator);
        school.Events.ShouldBe([
            new CoordinatorReplaced(school.Id, Support.School, Support.Coordinator, Support.OtherPerson),
        ]);
    }

    [Fact]
    public void Nobody_is_replaced_by_himself()
    {
        var school = Support.Participation();

        school
            .ReplaceCurator(Support.Curator, Support.Planned, Support.Free, Support.Norms())
            .ShouldRefuse("participation.same-curator", ErrorKind.Conflict, "/curatorId");
        school
            .ReplaceCoordinator(Support.Coordinator, Support.Planned)
            .ShouldRefuse("participation.same-coordinator", ErrorKind.Conflict, "/coordinatorId");
    }

    [Fact]
    public void A_replacement_is_not_dated_before_the_last_appointment()
    {
        var school = Support.Participation();
        school.ReplaceCurator(Support.OtherPerson, Support.Planned, Support.Free, Support.Norms());
        school.ReplaceCoordinator(Support.OtherPerson, Support.Planned);
        var dayBefore = Support.Planned.AddDays(-1);

        school
            .ReplaceCurator(Support.Curator, dayBefore, Support.Free, Support.Norms())
            .ShouldRefuse("participation.day-too-early", ErrorKind.Unprocessable, "/on", ("earliest", Support.Planned));
        school
            .ReplaceCoordinator(Support.Coordinator, dayBefore)
            .ShouldRefuse("participation.day-too-early", ErrorKind.Unprocessable, "/on", ("earliest", Support.Planned));
        school.ReplaceCurator(Support.Curator, Support.Planned, Support.Free, Support.Norms()).Refused.ShouldBeFalse();
    }

    [Fact]
    public void A_curator_who_takes_over_meets_the_same_conditions()
    {
        var school = Support.Participation();

        school
            .ReplaceCurator(Support.OtherPerson, Support.Planned, Insider, Support.Norms())
            .ShouldRefuse("participation.curator-works-at-school", ErrorKind.Unprocessable, "/curatorId");
        school
            .ReplaceCurator(Support.OtherPerson, Support.Planned, new CuratorStanding(false, 5), Support.Norms())
            .ShouldRefuse(
                "participation.curator-limit-reached",
                ErrorKind.Unprocessable,
                "/curatorId",
                ("limit", 5),
                ("current", 5)
            );
        school.CuratorId.ShouldBe(Support.Curator);
        school.Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_curator_who_leaves_after_the_cycle_can_still_be_replaced()
    {
        Support
            .Participation(ParticipationState.InProgress)
            .ReplaceCurator(Support.OtherPerson, Support.CycleEnd.AddDays(20), Support.Free, Support.Norms())
            .Refused.ShouldBeFalse();
    }

    private static Result<Participation> Assign(
        SchoolAssignment? assignment = null,
        bool isSchool = true,
        CuratorStanding curator = default,
        Domain.Common.Norms.NormSet? norms = null
    ) =>
        Participation.Assign(
            Support.Programme(),
            assignment ?? Support.Assignment(),
            isSchool,
            curator,
            norms ?? Support.Norms()
        );

    [Theory]
    [InlineData(null, null)]
    [InlineData("2026-11-28", null)]
    [InlineData("2026-11-29", "participation.in-future")]
    public void Nothing_is_recorded_before_its_day(string? on, string? code)
    {
        var (day, today) = (on is null ? (DateOnly?)null : DateOnly.Parse(on), new DateOnly(2026, 11, 28));

        var dated = Participation.DayOf(day, today, "/date");

        (dated.Error?.Code, dated.Error?.Pointer).ShouldBe((code, code is null ? null : "/date"));
        if (code is null)
        {
            dated.Value.ShouldBe(day ?? today);
        }
    }
}
