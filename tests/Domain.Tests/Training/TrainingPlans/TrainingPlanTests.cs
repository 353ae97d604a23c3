using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;

namespace MethodCenter.Domain.Tests.Training.TrainingPlans;

/// <summary>Needs and plan-schedules (POL-22, POL-23).</summary>
public sealed class TrainingPlanTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid School = Guid.NewGuid();
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Guid Third = Guid.NewGuid();
    private static readonly Guid Need = Guid.NewGuid();

    [Theory]
    [InlineData("2027-05-20", 2027, 2)]
    [InlineData("2027-12-31", 2027, 4)]
    [InlineData("2025-01-01", 2027, 1)]
    [InlineData(null, 2027, 1)]
    [InlineData("2026-02-01", 2026, 4)]
    public void Who_is_due_stands_in_the_quarter_of_the_last_day_but_not_in_one_that_has_passed(
        string? dueOn,
        int year,
        int quarter
    )
    {
        var due = new DuePerson(First, dueOn is null ? null : DateOnly.Parse(dueOn));

        TrainingPlan.Create(School, year, Basis(due), Today).Value.Entries.Single().Quarter.ShouldBe(quarter);
    }

    [Fact]
    public void Building_anew_keeps_what_a_person_has_edited_and_takes_out_who_is_no_longer_due()
    {
        var plan = TrainingPlan
            .Create(School, 2027, Basis(Due(First), Due(Second), Due(Third)) with { Needs = [Needed(First)] }, Today)
            .Value;
        plan.Entries.Count.ShouldBe(3);
        var (moved, dropped) = (Of(plan, First), Of(plan, Second));
        plan.Move(moved.Id, new PlanPlacement(null, "Оценивание", "АППО", 3, 9), Today).Refused.ShouldBeFalse();
        plan.Drop(dropped.Id, "Выходит на пенсию").Value.ShouldBeNull();

        // The first and the third are no longer due, the need is declined: of them only what was edited stays.
        plan.Build(Basis(Due(Second)), Today).Refused.ShouldBeFalse();

        plan.Entries.Select(entry => entry.Id).ShouldBe([moved.Id, dropped.Id], ignoreOrder: true);
        (moved.Quarter, moved.Month, moved.Provider, moved.Edited).ShouldBe((3, 9, "АППО", true));
        dropped.Dropped.ShouldBeTrue();
    }

    [Fact]
    public void Who_is_due_and_has_a_need_stands_once_with_both()
    {
        var both = Basis(Due(First)) with { Needs = [Needed(First)] };
        var plan = TrainingPlan.Create(School, 2027, Basis(Due(First)), Today).Value;
        plan.Build(both, Today).Refused.ShouldBeFalse();
        var entry = plan.Entries.Single();

        (entry.Origin, entry.NeedId, entry.DueOn).ShouldBe((PlanEntryOrigin.Need, Need, Due(First).DueOn));
        entry.Quarter.ShouldNotBeNull();

        // Once the row of the need is dropped he is still due; the need stays open, and the rows stay what they are.
        plan.Drop(entry.Id, "Отказался от темы").Value.ShouldBe(Need);
        plan.Build(both, Today).Refused.ShouldBeFalse();
        var due = plan.Entries.Single(row => !row.Dropped);
        plan.Build(both, Today).Refused.ShouldBeFalse();
        due.Origin.ShouldBe(PlanEntryOrigin.Due);
        plan.Entries.ShouldBe([entry, due], ignoreOrder: true);
    }

    [Fact]
    public void Who_falls_due_later_keeps_the_row_of_his_need_with_its_term()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis() with { Needs = [Needed(First)] }, Today).Value;
        plan.Entries.Single().DueOn.ShouldBeNull();

        plan.Build(Basis(Due(First)) with { Needs = [Needed(First)] }, Today).Refused.ShouldBeFalse();

        var entry = plan.Entries.Single();
        (entry.NeedId, entry.DueOn, entry.Quarter).ShouldBe((Need, Due(First).DueOn, 2));
    }

    [Fact]
    public void What_the_plan_has_achieved_stays()
    {
        var basis = Basis(Due(First)) with { Needs = [Needed(Second)] };
        var plan = TrainingPlan.Create(School, 2027, basis, Today).Value;

        plan.Build(
                Basis() with
                {
                    TrainedInYear = new HashSet<Guid> { First },
                    SatisfiedNeeds = new HashSet<Guid> { Need },
                },
                Today
            )
            .Refused.ShouldBeFalse();

        plan.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_achieved_keeps_its_term()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis(Due(First)) with { Needs = [Needed(First)] }, Today).Value;

        plan.Build(Basis() with { SatisfiedNeeds = new HashSet<Guid> { Need } }, Today).Refused.ShouldBeFalse();

        (plan.Entries.Single().DueOn, plan.Entries.Single().Quarter).ShouldBe((Due(First).DueOn, 2));
    }

    [Fact]
    public void Whose_need_is_satisfied_and_who_is_due_all_the_same_stands_in_the_plan()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis() with { Needs = [Needed(First)] }, Today).Value;
        var basis = Basis(Due(First)) with { SatisfiedNeeds = new HashSet<Guid> { Need } };

        plan.Build(basis, Today).Refused.ShouldBeFalse();
        plan.Build(basis, Today).Refused.ShouldBeFalse();

        plan.Entries.Select(entry => (entry.Origin, entry.DueOn))
            .ShouldBe([(PlanEntryOrigin.Need, null), (PlanEntryOrigin.Due, Due(First).DueOn)]);
    }

    [Fact]
    public void A_term_that_moves_takes_its_row_along_but_not_one_that_a_person_has_placed()
    {
        var needs = Basis(Due(First), Due(Second)) with { Needs = [Needed(Third)] };
        var plan = TrainingPlan.Create(School, 2027, needs, Today).Value;
        var (due, placed, need) = (Of(plan, First), Of(plan, Second), Of(plan, Third));
        plan.Move(placed.Id, new PlanPlacement(null, "Оценивание", null, 1, 2), Today).Refused.ShouldBeFalse();
        plan.Move(need.Id, new PlanPlacement(null, "Тема", null, 3, null), Today).Refused.ShouldBeFalse();
        var later = new DateOnly(2027, 11, 20);

        plan.Build(
                Basis(new(First, later), new(Second, later), new(Third, later)) with
                {
                    Needs = [Needed(Third)],
                },
                Today
            )
            .Refused.ShouldBeFalse();

        plan.Entries.ShouldAllBe(entry => entry.DueOn == later);
        (due.Quarter, placed.Quarter, need.Quarter).ShouldBe((4, 1, 3));
    }

    [Fact]
    public void A_row_whose_term_stands_does_not_wander_with_the_day()
    {
        var basis = Basis(new DuePerson(First, new DateOnly(2027, 2, 1)), new DuePerson(Second, null)) with
        {
            Needs = [Needed(Second)],
        };
        var plan = TrainingPlan.Create(School, 2027, basis, Today).Value;

        plan.Build(basis, new DateOnly(2027, 8, 1)).Refused.ShouldBeFalse();

        plan.Entries.Select(entry => entry.Quarter).ShouldBe([1, 1]);
    }

    [Fact]
    public void Dropping_gives_the_need_back_and_happens_once()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis() with { Needs = [Needed(First)] }, Today).Value;
        var entry = plan.Entries.Single();

        plan.Drop(entry.Id, "Отпуск по уходу за ребёнком").Value.ShouldBe(Need);
        plan.Drop(entry.Id, "Ещё раз").Error.ShouldBe(TrainingPlanErrors.EntryDropped);
        plan.Move(entry.Id, new PlanPlacement(null, null, null, 1, null), Today)
            .Error.ShouldBe(TrainingPlanErrors.EntryDropped);
        plan.Drop(Guid.NewGuid(), "Нет такой").Error.ShouldBe(TrainingPlanErrors.EntryNotFound);
    }

    [Theory]
    [InlineData(0, null, "training-plan.no-such-quarter")]
    [InlineData(5, null, "training-plan.no-such-quarter")]
    [InlineData(2, 7, "training-plan.month-outside-quarter")]
    [InlineData(2, 4, null)]
    [InlineData(2, 6, null)]
    public void A_month_belongs_to_its_quarter(int quarter, int? month, string? code) =>
        (
            TrainingPlan
                .Create(School, 2027, Basis(), Today)
                .Value.Add(First, true, new PlanPlacement(null, "Тема", null, quarter, month), Today)
                .Error?.Code
        ).ShouldBe(code);

    [Fact]
    public void One_training_of_a_person_is_planned_once()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis(), Today).Value;
        var placement = new PlanPlacement(null, "Тема", null, 1, null);

        plan.Add(First, true, placement, Today).Refused.ShouldBeFalse();
        plan.Add(First, true, placement with { Quarter = 2 }, Today).Error.ShouldBe(TrainingPlanErrors.AlreadyPlanned);
        plan.Add(First, true, placement with { Topic = "Другая" }, Today).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Nobody_is_planned_or_needed_by_an_organisation_for_which_he_does_not_work()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis(), Today).Value;
        var entry = new TrainingNeedEntry(School, First, 1, null, "Тема", 2027, TrainingNeedSource.Survey, null);

        plan.Add(First, employed: false, new PlanPlacement(null, "Тема", null, 1, null), Today)
            .Error.ShouldBe(TrainingPlanErrors.NotEmployed);
        TrainingNeed.Enter(entry, employed: false, Today).Error.ShouldBe(TrainingNeedErrors.NotEmployed);
        plan.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void A_year_that_has_passed_is_not_planned() =>
        TrainingPlan.Create(School, 2025, Basis(), Today).Error!.Code.ShouldBe("training-plan.year-passed");

    [Fact]
    public void In_a_year_that_has_passed_nobody_is_added_or_moved()
    {
        var plan = TrainingPlan.Create(School, 2026, Basis(Due(First)), Today).Value;
        var (entry, placement) = (plan.Entries.Single(), new PlanPlacement(null, "Тема", null, 4, null));
        var later = new DateOnly(2027, 1, 1);

        plan.Add(Second, true, placement, later).Error!.Code.ShouldBe("training-plan.year-passed");
        plan.Move(entry.Id, placement with { Topic = "Другая" }, later)
            .Error!.Code.ShouldBe("training-plan.year-passed");
        entry.Topic.ShouldBeNull();
    }

    [Fact]
    public void Only_a_row_of_the_plan_is_moved_and_only_to_a_time_that_there_is()
    {
        var plan = TrainingPlan.Create(School, 2027, Basis(Due(First)), Today).Value;
        var placement = new PlanPlacement(null, "Тема", null, 2, 7);

        plan.Move(Guid.NewGuid(), placement, Today).Error.ShouldBe(TrainingPlanErrors.EntryNotFound);
        plan.Move(plan.Entries.Single().Id, placement, Today)
            .Error!.Code.ShouldBe("training-plan.month-outside-quarter");
        plan.Entries.Single().Topic.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, true, true, true, PlanEntryState.Dropped)]
    [InlineData(false, true, true, true, PlanEntryState.Completed)]
    [InlineData(false, false, true, true, PlanEntryState.InTraining)]
    [InlineData(false, false, false, true, PlanEntryState.Applied)]
    [InlineData(false, false, false, false, PlanEntryState.Planned)]
    public void The_furthest_state_counts(
        bool dropped,
        bool completed,
        bool training,
        bool applied,
        PlanEntryState state
    ) => PlanEntryStates.Of(dropped, completed, training, applied).ShouldBe(state);

    [Fact]
    public void A_need_is_of_a_programme_or_a_topic_of_somebody_in_a_year_to_come()
    {
        var entry = new TrainingNeedEntry(School, First, 1, null, "Тема", 2027, TrainingNeedSource.Survey, null);

        Code(entry).ShouldBeNull();
        Code(entry with { Topic = " " }).ShouldBe("training-need.subject-missing");
        Code(entry with { ProgrammeId = Guid.NewGuid() }).ShouldBe("training-need.subject-missing");
        Code(entry with { People = 2 }).ShouldBe("training-need.one-person");
        Code(entry with { EmployeeId = null, People = 0 }).ShouldBe("training-need.no-people");
        Code(entry with { Year = 2025 }).ShouldBe("training-need.year-passed");

        static string? Code(TrainingNeedEntry entry) => TrainingNeed.Enter(entry, true, Today).Error?.Code;
    }

    [Fact]
    public void A_need_is_always_somebody_s_and_that_of_a_named_employee_is_his_alone()
    {
        var entry = new TrainingNeedEntry(School, First, 1, null, "Тема", 2027, TrainingNeedSource.Survey, null);
        var named = TrainingNeed.Enter(entry, true, Today).Value;
        var group = TrainingNeed.Enter(entry with { EmployeeId = null, People = 4 }, true, Today).Value;

        named.Change(2, TrainingNeedSource.Survey, null).Error.ShouldBe(TrainingNeedErrors.OnePerson);
        group.Change(0, TrainingNeedSource.Survey, null).Error.ShouldBe(TrainingNeedErrors.NoPeople);
        group.Change(2, TrainingNeedSource.Survey, null).Refused.ShouldBeFalse();
        (named.People, group.People).ShouldBe((1, 2));
    }

    [Fact]
    public void A_need_goes_its_way_and_is_closed_once()
    {
        var entry = new TrainingNeedEntry(School, First, 1, null, "Тема", 2027, TrainingNeedSource.Survey, null);
        var (satisfied, declined) = (
            TrainingNeed.Enter(entry, true, Today).Value,
            TrainingNeed.Enter(entry, true, Today).Value
        );

        satisfied.Plan();
        satisfied.Decline("Уже в плане").Error!.Code.ShouldBe("training-need.wrong-state");
        satisfied.Satisfy().Refused.ShouldBeFalse();
        satisfied.Satisfy().Error!.Code.ShouldBe("training-need.wrong-state");
        satisfied.Reopen();
        satisfied.State.ShouldBe(TrainingNeedState.Satisfied);
        declined.Decline("Нет мест").Refused.ShouldBeFalse();
        declined.Change(1, TrainingNeedSource.Diagnostics, null).Error!.Code.ShouldBe("training-need.wrong-state");
    }

    private static PlanBasis Basis(params DuePerson[] due) => new(due, new HashSet<Guid>(), [], new HashSet<Guid>());

    private static DuePerson Due(Guid employee) => new(employee, new DateOnly(2027, 5, 20));

    private static NeededTraining Needed(Guid employee) => new(Need, employee, null, "Тема");

    private static TrainingPlanEntry Of(TrainingPlan plan, Guid employee) =>
        plan.Entries.First(entry => entry.EmployeeId == employee);
}
