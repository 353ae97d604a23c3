using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Learning.Enrolments;

/// <summary>Who may be enrolled, by what is on file.</summary>
public sealed class EnrolmentRuleTests
{
    private static readonly DateOnly Today = new(2019, 10, 1);
    private static readonly Guid Gymnasium = Guid.NewGuid();
    private static readonly SentEmployee Teacher = new(Guid.NewGuid(), Gymnasium, Today);

    [Theory]
    [InlineData(null, "2019-10-01")]
    [InlineData("2019-10-01", "2019-10-01")]
    [InlineData("2018-03-05", "2018-03-05")]
    public void An_enrolment_is_of_today_or_of_a_past_day(string? on, string day) =>
        SentEmployee.DayOf(on is null ? null : DateOnly.Parse(on), Today).Value.ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData(null, null, FundingSource.StateAssignment, "Заказ 2020")]
    [InlineData(FundingSource.Paid, "Договор № 15", FundingSource.Paid, "Договор № 15")]
    [InlineData(FundingSource.Paid, null, FundingSource.Paid, null)]
    [InlineData(FundingSource.StateAssignment, null, FundingSource.StateAssignment, null)]
    public void Who_pays_for_a_learner_names_its_register_itself(
        FundingSource? own,
        string? reference,
        FundingSource source,
        string? register
    ) =>
        new FundingBlock(FundingSource.StateAssignment, "Заказ 2020")
            .ForLearner(own, reference)
            .ShouldBe(new FundingBlock(source, register));

    [Fact]
    public void Nobody_is_enrolled_in_the_future() =>
        SentEmployee.DayOf(Today.AddDays(1), Today).Error.ShouldBe(EnrolmentErrors.InFuture);

    [Fact]
    public void An_employee_is_sent_by_the_place_of_work_that_the_caller_answers_for()
    {
        var employee = Employed(Gymnasium, "2015-09-01", "2019-10-01");

        SentEmployee.Send(employee, Today, _ => true).Value.ShouldBe(new SentEmployee(employee.Id, Gymnasium, Today));
    }

    [Theory]
    [InlineData("2019-10-02", true)]
    [InlineData("2015-08-31", true)]
    [InlineData("2019-10-01", false)]
    public void Who_does_not_work_there_on_the_day_is_not_sent(string day, bool answersFor)
    {
        var sent = SentEmployee.Send(
            Employed(Gymnasium, "2015-09-01", "2019-10-01"),
            DateOnly.Parse(day),
            _ => answersFor
        );

        sent.Error!.Code.ShouldBe("enrolment.not-employed");
    }

    [Theory]
    [InlineData(true, true, false, null)]
    [InlineData(true, false, false, null)]
    [InlineData(true, true, true, null)]
    [InlineData(true, false, true, "enrolment.not-from-outside")]
    [InlineData(false, true, false, "enrolment.not-from-outside")]
    public void Who_works_for_nobody_of_the_network_is_sent_by_an_organisation_outside_it(
        bool organisation,
        bool person,
        bool employed,
        string? code
    )
    {
        var card = new OrganisationCard("college", "Колледж", "Колледж", OrganisationKind.Other)
        {
            OutsideTerritory = organisation,
        };
        var college = Organisation.Register(card).Value;
        var employee = employed
            ? Employed(Gymnasium, "2015-09-01", "2019-12-31")
            : Employee.Register(new EmployeeCard("Семёнова", "Анна", "Ивановна"), Today).Value;
        employee.UpdateCard(new EmployeeCard("Семёнова", "Анна", "Ивановна") { OutsideTerritory = person }, Today);

        var sent = SentEmployee.SendFromOutside(employee, Today, college);

        (sent.Error?.Code).ShouldBe(code);
        if (code is null)
        {
            sent.Value.ShouldBe(new SentEmployee(employee.Id, college.Id, Today));
        }
    }

    [Theory]
    [InlineData("2019-10-05", null, null)]
    [InlineData("2019-10-01", null, null)]
    [InlineData("2019-10-06", null, "enrolment.withdrawal-in-future")]
    [InlineData("2019-09-30", null, "enrolment.withdrawal-before-arrival")]
    [InlineData("2019-10-02", "2019-10-03", "enrolment.attended-after")]
    public void A_withdrawal_names_its_day(string on, string? attended, string? code)
    {
        var course = School.Course();
        var enrolment = Enrol(course, new EnrolmentFacts()).Value;
        var day = new WithdrawalDay(
            DateOnly.Parse(on),
            new DateOnly(2019, 10, 5),
            attended is null ? null : DateOnly.Parse(attended)
        );

        var withdrawn = course.Withdraw(enrolment, "по болезни", day);

        (withdrawn.Error?.Code).ShouldBe(code);
        enrolment.WithdrawnOn.ShouldBe(code is null ? day.On : null);
        course.SeatsTaken.ShouldBe(code is null ? 0 : 1);
    }

    /// <summary>The register of documents was told who paid: it has to be told anew.</summary>
    [Fact]
    public void Who_pays_is_said_of_an_active_learner_and_warned_of_after_delivery()
    {
        var course = School.Course();
        var enrolment = Enrol(course, new EnrolmentFacts()).Value;
        var paid = new FundingBlock(FundingSource.Paid, "Договор № 1");

        enrolment.Fund(paid, isDelivered: false).Warnings.ShouldBeEmpty();
        enrolment.Fund(paid, isDelivered: true).Warnings.ShouldBeEmpty();
        enrolment.Fund(null, isDelivered: true).Warnings.ShouldBe([EnrolmentErrors.FundingDelivered]);
        course.Withdraw(enrolment, "по болезни", new DateOnly(2019, 10, 5)).Refused.ShouldBeFalse();
        var late = enrolment.Fund(paid, isDelivered: false);

        (late.Error?.Code).ShouldBe("enrolment.not-active");
        enrolment.FundingSource.ShouldBeNull();
    }

    /// <summary>He came on the 1st, waited, and holds his seat since the 10th.</summary>
    [Theory]
    [InlineData("2019-10-09", "enrolment.withdrawal-before-seat")]
    [InlineData("2019-10-10", null)]
    public void Nobody_leaves_a_seat_before_he_holds_it(string on, string? code)
    {
        var course = School.Course(capacity: 1, learners: [Guid.NewGuid()]);
        var waiting = Enrol(course, new EnrolmentFacts()).Value;
        waiting.State.ShouldBe(EnrolmentState.Waiting);
        var today = new DateOnly(2019, 10, 20);
        course.ChangePlan(Plan(course, capacity: 2), School.Norms).Refused.ShouldBeFalse();
        course.Promote([waiting], new DateOnly(2019, 10, 10));

        var withdrawn = course.Withdraw(waiting, "по болезни", new WithdrawalDay(DateOnly.Parse(on), today, null));

        (withdrawn.Error?.Code).ShouldBe(code);
        (withdrawn.Error?.Params["enrolledOn"]).ShouldBe(code is null ? null : new DateOnly(2019, 10, 10));
    }

    [Fact]
    public void A_paying_learner_stays_one_when_he_is_moved_and_is_asked_anew_when_he_returns()
    {
        var programme = School.Programme();
        var (from, to) = (School.Course(programme: programme), School.Course(programme: programme));
        var paid = new FundingBlock(FundingSource.Paid, "Договор № 1");
        var enrolment = from.Enrol(Teacher with { Funding = paid }, null, new EnrolmentFacts()).Value;

        var moved = Move(from, to, enrolment, new TransferFacts()).Value;
        var back = from.Enrol(Teacher, null, new EnrolmentFacts { Previous = enrolment }).Value;

        (moved.FundingSource, moved.FundingReference).ShouldBe((FundingSource.Paid, "Договор № 1"));
        (back.FundingSource, back.FundingReference).ShouldBe((null, null));
    }

    [Theory]
    [InlineData(true, "enrolment.registration-closed")]
    [InlineData(false, "enrolment.registration-not-open")]
    public void A_closed_recruitment_is_told_from_one_that_has_not_begun(bool closed, string code)
    {
        var course = School.Course(open: closed);
        if (closed)
        {
            course.CloseRegistration();
        }

        Enrol(course, new EnrolmentFacts()).Error!.Code.ShouldBe(code);
    }

    [Fact]
    public void Where_there_are_quotas_a_school_applies() =>
        Enrol(School.Course(), new EnrolmentFacts { ByApplicationOnly = true, TeachesCourse = true })
            .Error.ShouldBe(EnrolmentErrors.ByApplication);

    [Fact]
    public void Nobody_learns_on_the_course_that_he_teaches()
    {
        var course = School.Course(open: false);

        var error = Enrol(course, new EnrolmentFacts { TeachesCourse = true }).Error!;

        (error.Code, error.Pointer).ShouldBe(("enrolment.teaches-course", "/employeeId"));
        course.SeatsTaken.ShouldBe(0);
    }

    [Fact]
    public void A_seat_that_stems_from_an_application_moves_with_its_quota()
    {
        var (from, to) = (School.Course(), School.Course());
        var enrolment = Enrol(from, new EnrolmentFacts()).Value;

        Move(from, to, enrolment, new TransferFacts { ByApplication = true, TeachesCourse = true })
            .Error.ShouldBe(EnrolmentErrors.TransferByApplication);
    }

    [Fact]
    public void Nobody_is_moved_to_the_course_that_he_teaches()
    {
        var (from, to) = (School.Course(), School.Course());
        var enrolment = Enrol(from, new EnrolmentFacts()).Value;

        var error = Move(from, to, enrolment, new TransferFacts { TeachesCourse = true }).Error!;

        (error.Code, error.Pointer).ShouldBe(("enrolment.teaches-course", "/courseId"));
    }

    [Fact]
    public void Nobody_completes_or_comes_back_to_a_course_that_does_not_run()
    {
        var course = School.Course();
        var enrolment = Enrol(course, new EnrolmentFacts()).Value;
        course.Cancel("Нет преподавателя");

        course.CompleteLearner(enrolment).Error!.Code.ShouldBe("course.wrong-status");
        course.Reinstate(enrolment).Error!.Code.ShouldBe("course.wrong-status");
        enrolment.State.ShouldBe(EnrolmentState.Enrolled);
    }

    [Fact]
    public void Only_who_holds_a_seat_completes_and_only_who_has_left_comes_back()
    {
        var course = School.Course(capacity: 1);
        var enrolment = Enrol(course, new EnrolmentFacts()).Value;
        var waiting = course
            .Enrol(new SentEmployee(Guid.NewGuid(), Gymnasium, Today), null, new EnrolmentFacts())
            .Value;

        course.CompleteLearner(waiting).Error!.Code.ShouldBe("enrolment.not-active");
        course.Reinstate(enrolment).Error!.Code.ShouldBe("enrolment.not-active");
        (enrolment.State, waiting.State, course.SeatsTaken).ShouldBe(
            (EnrolmentState.Enrolled, EnrolmentState.Waiting, 1)
        );
    }

    [Fact]
    public void Who_left_the_waiting_list_has_no_seat_to_come_back_to()
    {
        var course = School.Course(capacity: 1, learners: [Guid.NewGuid()]);
        var waiting = Enrol(course, new EnrolmentFacts()).Value;
        course.Withdraw(waiting, "Передумала", Today).Refused.ShouldBeFalse();
        course.ChangePlan(Plan(course, capacity: 2), School.Norms).Refused.ShouldBeFalse();

        course.Reinstate(waiting).Error!.Code.ShouldBe("enrolment.not-active");
        course.SeatsTaken.ShouldBe(1);
    }

    private static CoursePlan Plan(Course course, int capacity) =>
        new(course.Season, course.StartsOn, course.EndsOn, course.Form, course.Site, course.Funding, capacity);

    private static Employee Employed(Guid organisation, string from, string to)
    {
        var employee = Employee.Register(new EmployeeCard("Семёнова", "Анна", "Ивановна"), Today).Value;
        employee
            .Employ(
                organisation,
                Guid.NewGuid(),
                new EmploymentTerms(EmploymentKind.Main, 1m, DateOnly.Parse(from), DateOnly.Parse(to)),
                employerIsOutside: false
            )
            .Refused.ShouldBeFalse();
        return employee;
    }

    private static Result<Enrolment> Enrol(Course course, EnrolmentFacts facts) => course.Enrol(Teacher, null, facts);

    private static Result<Enrolment> Move(Course from, Course to, Enrolment enrolment, TransferFacts facts) =>
        CourseTransfer.ToCourse(from, to, enrolment, null, facts, "Смена графика", Today);
}
