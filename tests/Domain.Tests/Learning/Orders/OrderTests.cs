using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Tests.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Orders;

/// <summary>What the signature of an order changes, and what its cancellation takes back (DPO-5, DPO-6).</summary>
public sealed class OrderTests
{
    private static readonly DateOnly Start = new(2026, 10, 1);
    private static readonly DateOnly End = new(2026, 12, 20);
    private static readonly DateOnly Today = new(2027, 1, 15);
    private static readonly CourseOutcome Held = new(HasProtocol: true, NotPassed: 0, HoursGiven: 36);
    private static readonly DateTimeOffset Now = new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly OrderBook Book = new(Taken: false, null, null, HasHead: true);
    private static readonly OrderSignatory Head = new("директор", "М. П. Образцова");

    [Theory]
    [InlineData("17-у", "17")]
    [InlineData("17", "17")]
    [InlineData("017-к", "17")]
    [InlineData("01-05/17", "01-05/17")]
    [InlineData("б/н", "Б/Н")]
    public void The_index_makes_no_other_number_of_it(string number, string key) =>
        OrderNumbers.KeyOf(number).ShouldBe(key);

    [Fact]
    public void A_number_of_the_book_is_not_given_twice()
    {
        var course = Open();
        var learner = Learner(course);
        var draft = Reasoned(OrderKind.Enrolment, "17-у", Start);

        var refused = Order.Draft(course, draft, [learner], Book with { Taken = true });
        var order = Order.Draft(course, draft, [learner], Book).Value;

        refused.Error!.Code.ShouldBe("order.number-taken");
        refused.Error.Pointer.ShouldBe("/number");
        (order.Number, order.NumberKey).ShouldBe(("17-у", "17"));
    }

    [Theory]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-10-02", false)]
    [InlineData("2026-10-03", false)]
    public void A_date_before_that_of_the_last_order_is_doubted(string date, bool doubted)
    {
        var course = Open();
        var learner = Learner(course);
        var book = Book with { LastNumber = "4-у", LastDate = new DateOnly(2026, 10, 2) };

        var drafted = Order.Draft(course, Reasoned(OrderKind.Enrolment, "5-у", DateOnly.Parse(date)), [learner], book);

        drafted.Refused.ShouldBeFalse();
        drafted.Warnings.Select(warning => warning.Code).ShouldBe(doubted ? ["order.before-last"] : []);
        if (doubted)
        {
            drafted.Warnings[0].Params["number"].ShouldBe("4-у");
            drafted.Warnings[0].Rule!.Code.ShouldBe("PAPER-1");
        }
    }

    [Theory]
    [InlineData(OrderKind.Enrolment, "2026-10-05", false)]
    [InlineData(OrderKind.Enrolment, "2026-10-06", true)]
    [InlineData(OrderKind.Expulsion, "2026-10-06", false)]
    public void An_enrolment_dated_after_the_first_lesson_is_doubted(OrderKind kind, string date, bool doubted)
    {
        var course = Open();
        var learner = Learner(course);
        var book = Book with { FirstLesson = new DateOnly(2026, 10, 5) };

        var drafted = Order.Draft(course, Reasoned(kind, "5-у", DateOnly.Parse(date)), [learner], book);

        drafted
            .Warnings.Any(warning => warning is { Code: "order.after-first-lesson", Rule.Code: "DPO-6" })
            .ShouldBe(doubted);
    }

    [Fact]
    public void Everyone_leaves_out_who_stands_in_an_order_in_force_and_counts_them()
    {
        var course = Open();
        var (first, second) = (Learner(course), Learner(course));

        var all = OrderList.NotYetOrdered([first, second], new HashSet<(Guid, int)>());
        var rest = OrderList.NotYetOrdered(
            [first, second],
            new HashSet<(Guid, int)> { (first.Enrolment.Id, first.Enrolment.Arrival) }
        );
        var again = OrderList.NotYetOrdered(
            [first, second],
            new HashSet<(Guid, int)> { (first.Enrolment.Id, first.Enrolment.Arrival + 1) }
        );
        var none = OrderList.NotYetOrdered(
            [first],
            new HashSet<(Guid, int)> { (first.Enrolment.Id, first.Enrolment.Arrival) }
        );

        all.Value.ShouldBe([first, second]);
        all.Warnings.ShouldBeEmpty();
        rest.Value.ShouldBe([second]);
        rest.Warnings.ShouldHaveSingleItem().Params["learners"].ShouldBe(1);
        again.Value.Count.ShouldBe(2, "who came anew since is not the one of the order");
        none.Error!.Code.ShouldBe("order.all-ordered");
    }

    [Fact]
    public void What_the_paper_lacks_is_doubted_and_refuses_nothing()
    {
        var course = Open();
        var learner = Learner(course);

        var drafted = Order.Draft(
            course,
            new OrderDraft(OrderKind.Expulsion, "1", Start, null),
            [learner],
            Book with
            {
                HasHead = false,
            }
        );
        var signed = drafted.Value.Sign(course, Facts(learner) with { Signatory = null }, Today, Now);

        drafted.Warnings.Select(warning => warning.Code).ShouldBe(["order.no-reason", "order.no-head"]);
        signed.Warnings.Select(warning => warning.Code).ShouldContain("order.no-head");
        drafted.Value.Signatory.ShouldBeNull();
    }

    [Fact]
    public void The_head_of_the_day_of_the_signature_stays_on_it()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Enrolment, Start, learner).Value;

        order.Sign(course, Facts(learner), Today, Now).Refused.ShouldBeFalse();

        order.Signatory.ShouldBe(Head);
    }

    [Fact]
    public void An_expulsion_has_its_day_and_its_reason()
    {
        var course = Open();
        var learner = Learner(course);
        var draft = Reasoned(OrderKind.Expulsion, "1", Start.AddDays(10)) with { LeavesOn = Start.AddDays(14) };
        var order = Order.Draft(course, draft, [learner], Book).Value;

        var early = order.Sign(course, Facts(learner), Start.AddDays(13), Now);
        var signed = order.Sign(course, Facts(learner), Start.AddDays(14), Now);

        early.Error!.Code.ShouldBe("order.leaves-in-future");
        signed.Refused.ShouldBeFalse();
        learner.Enrolment.WithdrawnOn.ShouldBe(Start.AddDays(14));
        order.Reason.ShouldBe("личное заявление");
    }

    [Theory]
    [InlineData(OrderKind.Expulsion, "2026-12-20", null, null)]
    [InlineData(OrderKind.Expulsion, "2026-12-21", "order.leaves-after-course", "/leavesOn")]
    [InlineData(OrderKind.Expulsion, "2026-09-30", "order.before-enrolment", "/enrolmentIds/0")]
    [InlineData(OrderKind.Enrolment, "2026-10-05", "order.nobody-expelled", "/leavesOn")]
    public void The_day_of_an_expulsion_lies_within_the_learning(
        OrderKind kind,
        string day,
        string? code,
        string? pointer
    )
    {
        var course = Open();
        var draft = new OrderDraft(kind, "1", Start, null) { LeavesOn = DateOnly.Parse(day) };

        var drafted = Order.Draft(course, draft, [Learner(course)], Book);

        (drafted.Error?.Code, drafted.Error?.Pointer).ShouldBe((code, pointer));
    }

    [Fact]
    public void Only_an_expulsion_has_a_reason()
    {
        var course = Open();
        var draft = new OrderDraft(OrderKind.Enrolment, "1", Start, null) { Reason = "личное заявление" };

        var error = Order.Draft(course, draft, [Learner(course)], Book).Error!;

        (error.Code, error.Pointer).ShouldBe(("order.nobody-expelled", "/reason"));
    }

    [Theory]
    [InlineData(OrderKind.Enrolment, "2026-12-20", null)]
    [InlineData(OrderKind.Enrolment, "2026-12-21", "order.after-course")]
    [InlineData(OrderKind.Completion, "2026-12-19", "order.before-end")]
    [InlineData(OrderKind.Completion, "2026-12-20", null)]
    [InlineData(OrderKind.Expulsion, "2026-09-30", "order.before-enrolment")]
    [InlineData(OrderKind.Expulsion, "2026-10-01", null)]
    public void Each_kind_has_its_days(OrderKind kind, string date, string? code)
    {
        var course = Open();
        var learner = Learner(course);

        (Draft(course, kind, DateOnly.Parse(date), learner).Error?.Code).ShouldBe(code);
    }

    [Fact]
    public void Who_waits_is_on_no_order()
    {
        var course = Open(capacity: 1);
        Learner(course);
        var waiting = Learner(course);

        var refused = Draft(course, OrderKind.Enrolment, Start, waiting).Error!;

        refused.Code.ShouldBe("order.no-seat");
        refused.Pointer.ShouldBe("/enrolmentIds/0");
    }

    [Fact]
    public void An_empty_list_is_no_order() =>
        Draft(Open(), OrderKind.Enrolment, Start).Error!.Code.ShouldBe("order.nobody-listed");

    [Fact]
    public void It_is_not_signed_before_its_day()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Completion, Today.AddDays(1), learner).Value;

        order.Sign(course, Facts(learner), Today, Now).Error!.Code.ShouldBe("order.in-future");
        order.State.ShouldBe(OrderState.Draft);
    }

    [Theory]
    [InlineData(FinalResult.Passed, EnrolmentState.Completed, null)]
    [InlineData(FinalResult.Failed, EnrolmentState.Withdrawn, "2026-12-25")]
    [InlineData(FinalResult.Absent, EnrolmentState.Withdrawn, "2026-12-25")]
    public void The_protocol_decides_who_has_completed(FinalResult result, EnrolmentState after, string? leftOn)
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Completion, new DateOnly(2026, 12, 25), learner).Value;
        var facts = Facts(learner) with { Protocol = Protocol(learner, result), ProtocolDate = End };

        order.Sign(course, facts, Today, Now).Refused.ShouldBeFalse();
        var (state, day) = (learner.Enrolment.State, learner.Enrolment.WithdrawnOn);
        var taken = order.Cancel(course, [learner.Enrolment], OrderConsequences.None, "ошибка", Today);

        state.ShouldBe(after);
        day.ShouldBe(leftOn is null ? null : DateOnly.Parse(leftOn));
        taken.Refused.ShouldBeFalse();
        (learner.Enrolment.State, learner.Enrolment.WithdrawnOn).ShouldBe((EnrolmentState.Enrolled, null));
        course.SeatsTaken.ShouldBe(1);
    }

    [Fact]
    public void It_is_not_older_than_the_protocol_and_names_nobody_whom_the_protocol_omits()
    {
        var course = Open();
        var (first, second) = (Learner(course), Learner(course));
        var order = Draft(course, OrderKind.Completion, End, first, second).Value;
        var facts = Facts(first, second) with { Protocol = Protocol(first, FinalResult.Passed), ProtocolDate = End };

        var early = order.Sign(course, facts with { ProtocolDate = End.AddDays(1) }, Today, Now).Error!;
        var omitted = order.Sign(course, facts, Today, Now).Error!;

        (early.Code, early.Rule!.Code).ShouldBe(("order.before-protocol", "DPO-6"));
        (omitted.Code, omitted.Params["line"]).ShouldBe(("order.not-in-protocol", 2));
    }

    [Fact]
    public void Who_stands_in_an_order_in_force_is_not_ordered_again()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Enrolment, Start, learner).Value;
        var facts = Facts(learner) with { InForce = [InForce(learner, OrderKind.Enrolment, Now)] };

        order.Sign(course, facts, Today, Now).Error!.Code.ShouldBe("order.already-ordered");
    }

    [Fact]
    public void What_rests_on_it_must_go_first()
    {
        var (course, learner, order) = Expelled();

        var certified = order.Cancel(
            course,
            [learner.Enrolment],
            OrderConsequences.None with
            {
                Certificates = 1,
            },
            "ошибка",
            Today
        );
        var later = OrderConsequences.None with { Orders = [InForce(learner, OrderKind.Completion, Now.AddHours(1))] };
        var followed = order.Cancel(course, [learner.Enrolment], later, "ошибка", Today);

        certified.Error!.Code.ShouldBe("order.certificates-issued");
        followed.Error!.Code.ShouldBe("order.later-order");
        learner.Enrolment.State.ShouldBe(EnrolmentState.Withdrawn);
    }

    [Fact]
    public void Who_teaches_the_course_by_now_does_not_come_back_to_it()
    {
        var (course, learner, order) = Expelled();
        var later = OrderConsequences.None with { LearnersTeach = true };

        order.Cancel(course, [learner.Enrolment], later, "ошибка", Today).Error.ShouldBe(OrderErrors.LearnerTeaches);
        order.State.ShouldBe(OrderState.Signed);
    }

    [Fact]
    public void Its_list_names_learners_of_the_course_each_once_and_an_expulsion_names_them()
    {
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());

        Check(OrderKind.Expulsion).ShouldBe(OrderErrors.ListMissing);
        Check(OrderKind.Enrolment).ShouldBeNull();
        Check(OrderKind.Expulsion, one, two).ShouldBeNull();
        Check(OrderKind.Expulsion, one, Guid.NewGuid()).ShouldBe(OrderErrors.UnknownEnrolment.At("/enrolmentIds/1"));
        Check(OrderKind.Enrolment, one, two, one).ShouldBe(OrderErrors.Twice.At("/enrolmentIds/2"));

        Error? Check(OrderKind kind, params Guid[] named) =>
            OrderList.Check(kind, named, new HashSet<Guid> { one, two }).Error;
    }

    [Fact]
    public void A_seat_that_was_given_away_does_not_come_back()
    {
        var (course, learner, order) = Expelled(capacity: 1);
        Learner(course);

        var refused = order.Cancel(course, [learner.Enrolment], OrderConsequences.None, "ошибка", Today);

        refused.Error!.Code.ShouldBe("enrolment.seat-gone");
        refused.Error.Params["line"].ShouldBe(1);
    }

    [Fact]
    public void Who_has_come_back_himself_is_not_moved()
    {
        var (course, learner, order) = Expelled();
        course.Enrol(
            new SentEmployee(learner.Enrolment.EmployeeId, Guid.NewGuid(), Start),
            null,
            new EnrolmentFacts { Previous = learner.Enrolment }
        );

        var refused = order.Cancel(course, [learner.Enrolment], OrderConsequences.None, "ошибка", Today);

        refused.Error!.Code.ShouldBe("order.changed-since");
    }

    [Fact]
    public void On_a_course_that_has_ended_nothing_is_taken_back()
    {
        var (course, learner, order) = Expelled();
        Learner(course);
        course.Complete(Today, Held);

        var refused = order.Cancel(course, [learner.Enrolment], OrderConsequences.None, "ошибка", Today);

        refused.Error!.Code.ShouldBe("order.course-ended");
    }

    [Fact]
    public void A_cancelled_draft_has_changed_nothing()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Enrolment, Start, learner).Value;

        order.Cancel(course, [], OrderConsequences.None, "не нужен", Today).Refused.ShouldBeFalse();

        (order.State, order.CancelledOn, course.Status).ShouldBe(
            (OrderState.Cancelled, Today, CourseStatus.RegistrationOpen)
        );
        order.Sign(course, Facts(learner), Today, Now).Error!.Code.ShouldBe("order.wrong-state");
    }

    [Fact]
    public void Who_was_at_a_lesson_had_not_been_expelled_by_then()
    {
        var course = Open();
        var (first, second) = (Learner(course), Learner(course));
        var order = Draft(course, OrderKind.Expulsion, Start.AddDays(10), first, second).Value;
        var facts = Facts(first, second) with
        {
            AttendedAfter = new Dictionary<Guid, DateOnly> { [second.Enrolment.Id] = Start.AddDays(11) },
        };

        var refused = order.Sign(course, facts, Today, Now).Error!;

        refused.Code.ShouldBe("order.before-attendance");
        (refused.Params["line"], refused.Params["attendedOn"]).ShouldBe((2, Start.AddDays(11)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cancelled_course_has_no_orders(bool drafted)
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Enrolment, Start, learner).Value;
        course.Cancel("Нет преподавателя");

        var error = drafted
            ? order.Sign(course, Facts(learner), Today, Now).Error
            : Draft(course, OrderKind.Enrolment, Start, learner).Error;

        error!.Code.ShouldBe("course.wrong-status");
    }

    [Fact]
    public void A_course_that_takes_nobody_yet_has_no_orders()
    {
        var learner = Learner(Open());

        Draft(Registered(), OrderKind.Enrolment, Start, learner).Error!.Code.ShouldBe("course.wrong-status");
    }

    [Fact]
    public void A_draft_that_has_been_overtaken_by_the_plan_of_the_course_is_not_signed()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Completion, End, learner).Value;
        course.ChangePlan(Plan(25) with { EndsOn = End.AddDays(1) }, ProgrammeTests.Norms).Refused.ShouldBeFalse();

        order.Sign(course, Facts(learner), Today, Now).Error!.Code.ShouldBe("order.before-end");
    }

    [Fact]
    public void Who_has_left_since_the_draft_is_on_no_order()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Enrolment, Start, learner).Value;
        course.Withdraw(learner.Enrolment, "Болезнь", Start);

        var error = order.Sign(course, Facts(learner), Today, Now).Error!;

        (error.Code, error.Params["line"]).ShouldBe(("order.no-seat", 1));
    }

    [Fact]
    public void What_may_stand_on_paper_is_warned_of()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Completion, End, learner).Value;

        order
            .Sign(course, Facts(learner), Today, Now)
            .Warnings.Select(warning => warning.Code)
            .ShouldBe(["order.no-enrolment-order", "order.no-protocol", "order.hours-not-given"]);
    }

    [Fact]
    public void Where_nothing_is_missing_nothing_is_warned_of()
    {
        var course = Open();
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Completion, End, learner).Value;
        var facts = Facts(learner) with
        {
            InForce = [InForce(learner, OrderKind.Enrolment, Now)],
            Protocol = Protocol(learner, FinalResult.Passed),
            ProtocolDate = End,
            HoursGiven = 36,
        };

        order.Sign(course, facts, Today, Now).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_cancelled_once()
    {
        var (course, learner, order) = Expelled();
        order.Cancel(course, [learner.Enrolment], OrderConsequences.None, "ошибка", Today);

        order
            .Cancel(course, [learner.Enrolment], OrderConsequences.None, "ещё раз", Today)
            .Error!.Code.ShouldBe("order.wrong-state");
        order.CancellationReason.ShouldBe("ошибка");
    }

    [Fact]
    public void Who_has_completed_the_course_and_failed_by_the_protocol_is_a_contradiction()
    {
        var course = Open();
        var learner = Learner(course);
        course.CompleteLearner(learner.Enrolment);
        var order = Draft(course, OrderKind.Completion, End, learner).Value;
        var facts = Facts(learner) with { Protocol = Protocol(learner, FinalResult.Failed), ProtocolDate = End };

        order.Sign(course, facts, Today, Now).Error!.Code.ShouldBe("order.completed-against-protocol");
    }

    [Fact]
    public void What_the_course_refuses_is_refused_with_the_line()
    {
        var course = Open();
        var learner = Learner(course);
        course.Complete(Today, Held).Refused.ShouldBeFalse();
        var order = Draft(course, OrderKind.Completion, Today, learner).Value;

        var error = order.Sign(course, Facts(learner), Today, Now).Error!;

        (error.Code, error.Params["line"]).ShouldBe(("course.wrong-status", 1));
        order.State.ShouldBe(OrderState.Draft);
    }

    private static (Course Course, OrderedLearner Learner, Order Order) Expelled(int capacity = 25)
    {
        var course = Open(capacity);
        var learner = Learner(course);
        var order = Draft(course, OrderKind.Expulsion, Start.AddDays(10), learner).Value;
        order.Sign(course, Facts(learner), Today, Now).Refused.ShouldBeFalse();
        return (course, learner, order);
    }

    private static Course Open(int capacity = 25)
    {
        var course = Registered(capacity);
        course.OpenRegistration();
        return course;
    }

    private static Course Registered(int capacity = 25)
    {
        var card = new ProgrammeCard(
            "Программа",
            36,
            ProgrammeLine.Thematic,
            StudyForm.FullTime,
            new DateOnly(2025, 1, 1)
        );
        var programme = Programme
            .Register("p", ProgrammeKind.ProfessionalDevelopment, card, ProgrammeTests.Norms)
            .Value;
        return Course.Register(programme, AcademicYear.Starting(2026), 1, Plan(capacity), ProgrammeTests.Norms).Value;
    }

    private static CoursePlan Plan(int capacity)
    {
        var funding = new FundingBlock(FundingSource.StateAssignment, null);
        return new CoursePlan(CourseSeason.Autumn, Start, End, StudyForm.FullTime, null, funding, capacity);
    }

    private static OrderedLearner Learner(Course course) =>
        new(
            course.Enrol(new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), Start), null, new EnrolmentFacts()).Value,
            "Тестова Анна Ивановна",
            "Первая СОШ",
            "учитель"
        );

    private static Result<Order> Draft(
        Course course,
        OrderKind kind,
        DateOnly date,
        params OrderedLearner[] learners
    ) => Order.Draft(course, Reasoned(kind, "1", date), learners, Book);

    private static OrderDraft Reasoned(OrderKind kind, string number, DateOnly date) =>
        new(kind, number, date, null) { Reason = kind == OrderKind.Expulsion ? "личное заявление" : null };

    private static OrderFacts Facts(params OrderedLearner[] learners) =>
        new()
        {
            Learners = learners,
            InForce = [],
            Signatory = Head,
        };

    private static Dictionary<Guid, FinalResult> Protocol(OrderedLearner learner, FinalResult result) =>
        new() { [learner.Enrolment.Id] = result };

    private static OrderInForce InForce(OrderedLearner learner, OrderKind kind, DateTimeOffset signedAt) =>
        new()
        {
            Kind = kind,
            Number = "9",
            Date = End,
            SignedAt = signedAt,
            EnrolmentId = learner.Enrolment.Id,
            Arrival = learner.Enrolment.Arrival,
        };
}
