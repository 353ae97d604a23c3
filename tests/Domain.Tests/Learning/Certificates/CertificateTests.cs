using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Tests.Learning.Programmes;

namespace MethodCenter.Domain.Tests.Learning.Certificates;

/// <summary>Which document an outcome earns (DPO-2, DPO-4, DPO-5, DPO-6), and what becomes of it (DPO-8, DPO-9).</summary>
public sealed class CertificateTests
{
    private static readonly DateOnly Today = new(2027, 6, 1);
    private static readonly DateOnly LastDay = new(2026, 12, 20);
    private static readonly LearningPapers Proven = new(Passed: true, Ordered: true, Required: true);
    private static readonly Learner Anna = new("Иванова", "Анна", "Петровна", "иванова анна петровна", true);

    [Theory]
    [InlineData(ProgrammeKind.ProfessionalDevelopment, CertificateKind.ProfessionalDevelopment)]
    [InlineData(ProgrammeKind.Retraining, CertificateKind.RetrainingDiploma)]
    [InlineData(ProgrammeKind.GeneralDevelopment, CertificateKind.Participation)]
    [InlineData(ProgrammeKind.PermanentSeminar, CertificateKind.Participation)]
    public void Who_has_completed_gets_what_the_kind_of_the_programme_gives(ProgrammeKind kind, CertificateKind earned)
    {
        var (course, enrolment) = Completed();

        var issued = Certificate.Issue(course, kind, enrolment, Anna, Proven, Entry(LastDay), Today).Value;

        issued.Kind.ShouldBe(earned);
        (issued.State, issued.Year, issued.Number).ShouldBe((CertificateState.Valid, 2026, 7));
        (issued.LastName, issued.Title, issued.Hours).ShouldBe(("Иванова", course.Title, course.Hours));
        (issued.StartsOn, issued.EndsOn).ShouldBe((course.StartsOn, LastDay));
        issued.Events.ShouldBe([new CertificateIssued(issued.Id, course.Id, enrolment.Id, 2026, 7)]);
    }

    [Theory]
    [InlineData(false, true, true, "certificate.no-protocol", "DPO-5")]
    [InlineData(true, false, true, "certificate.no-orders", "DPO-6")]
    [InlineData(true, true, true, null, null)]
    [InlineData(false, false, false, null, null)]
    public void A_document_of_qualification_rests_on_protocol_and_orders_unless_the_centre_waives_them(
        bool passed,
        bool ordered,
        bool required,
        string? code,
        string? rule
    )
    {
        var (course, enrolment) = Completed();
        var papers = new LearningPapers(passed, ordered, required);

        var issued = Certificate.Issue(
            course,
            ProgrammeKind.ProfessionalDevelopment,
            enrolment,
            Anna,
            papers,
            Entry(LastDay),
            Today
        );

        (issued.Error?.Code, issued.Error?.Rule?.Code).ShouldBe((code, rule));
        if (!issued.Refused)
        {
            issued
                .Warnings.Select(warning => warning.Code)
                .ShouldBe(passed ? [] : ["certificate.protocol-missing", "certificate.orders-missing"]);
        }
    }

    /// <summary>Protocol, order, document (DPO-6): what is made later than the document is told.</summary>
    [Theory]
    [InlineData(0, 0, new string[0])]
    [InlineData(1, 0, new[] { "certificate.before-protocol" })]
    [InlineData(0, 1, new[] { "certificate.before-order" })]
    [InlineData(1, 2, new[] { "certificate.before-protocol", "certificate.before-order" })]
    public void A_document_older_than_its_protocol_or_order_is_doubted(int protocol, int order, string[] codes)
    {
        var (course, enrolment) = Completed();
        var norms = new NormSet(CertificateNorms.All, []);
        var papers = LearningPapers.On(LastDay, LastDay.AddDays(protocol), LastDay.AddDays(order), norms);
        Result<Certificate> Issued(ProgrammeKind kind) =>
            Certificate.Issue(course, kind, enrolment, Anna, papers, Entry(LastDay), Today);

        var warnings = Issued(ProgrammeKind.ProfessionalDevelopment).Warnings;

        warnings.Select(warning => warning.Code).ShouldBe(codes);
        warnings.ShouldAllBe(warning => warning.Rule!.Code == "DPO-6");
        Issued(ProgrammeKind.PermanentSeminar).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_certificate_of_participation_rests_on_neither()
    {
        var (course, enrolment) = Completed();
        var none = new LearningPapers(Passed: false, Ordered: false, Required: true);

        var issued = Certificate.Issue(
            course,
            ProgrammeKind.PermanentSeminar,
            enrolment,
            Anna,
            none,
            Entry(LastDay),
            Today
        );

        issued.Refused.ShouldBeFalse();
        issued.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Whether_they_are_required_is_a_norm_of_the_day_of_issue(string issuedOn, bool required)
    {
        var waived = new NormVersion(
            CertificateNorms.PapersRequired,
            "false",
            new DateOnly(2027, 1, 1),
            null,
            "DPO-5",
            "Приказ центра"
        );
        var norms = new NormSet(CertificateNorms.All, [waived]);

        LearningPapers.On(DateOnly.Parse(issuedOn), null, null, norms).Required.ShouldBe(required);
    }

    [Theory]
    [InlineData(EnrolmentState.Enrolled)]
    [InlineData(EnrolmentState.Waiting)]
    [InlineData(EnrolmentState.Cancelled)]
    public void Who_has_not_completed_gets_nothing(EnrolmentState state)
    {
        var (course, enrolment) = Completed();
        Put(enrolment, state);

        var refused = Issue(course, enrolment, Anna, LastDay).Error!;

        refused.Code.ShouldBe("certificate.not-completed");
        refused.Rule!.Code.ShouldBe("DPO-5");
    }

    [Fact]
    public void Who_has_left_gets_a_reference_of_the_days_he_has_learnt()
    {
        var course = Open();
        var enrolment = course
            .Enrol(
                new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), new DateOnly(2026, 10, 1)),
                null,
                new EnrolmentFacts()
            )
            .Value;
        course.Withdraw(enrolment, "по семейным обстоятельствам", new DateOnly(2026, 11, 10));

        var issued = Issue(course, enrolment, Anna, new DateOnly(2026, 11, 10)).Value;

        issued.Kind.ShouldBe(CertificateKind.StudyReference);
        issued.EndsOn.ShouldBe(new DateOnly(2026, 11, 10));
    }

    [Fact]
    public void Who_has_left_before_the_first_day_gets_nothing()
    {
        var course = Open();
        var enrolment = course
            .Enrol(
                new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), new DateOnly(2026, 9, 20)),
                null,
                new EnrolmentFacts()
            )
            .Value;
        course.Withdraw(enrolment, "передумал", new DateOnly(2026, 9, 30));

        Issue(course, enrolment, Anna, Today).Error!.Code.ShouldBe("certificate.not-completed");
    }

    [Theory]
    [InlineData("2026-12-19", "certificate.before-end")]
    [InlineData("2026-12-20", null)]
    [InlineData("2027-06-01", null)]
    [InlineData("2027-06-02", "certificate.in-future")]
    public void It_is_issued_from_the_last_day_on_and_not_in_the_future(string day, string? code)
    {
        var (course, enrolment) = Completed();

        (Issue(course, enrolment, Anna, DateOnly.Parse(day)).Error?.Code).ShouldBe(code);
    }

    [Fact]
    public void Who_still_gets_his_education_waits_for_the_diploma_and_where_it_is_not_known_that_is_said()
    {
        var (course, enrolment) = Completed();

        var pending = Issue(course, enrolment, Anna with { HasProfessionalEducation = false }, LastDay);
        var unknown = Issue(course, enrolment, Anna with { HasProfessionalEducation = null }, LastDay);

        pending.Error!.Code.ShouldBe("certificate.education-pending");
        pending.Error.Rule!.Code.ShouldBe("DPO-4");
        unknown.Refused.ShouldBeFalse();
        unknown.Warnings.ShouldHaveSingleItem().Code.ShouldBe("certificate.education-unknown");
    }

    [Fact]
    public void A_duplicate_bears_the_name_of_the_day_of_issue_and_the_former_is_valid_no_more()
    {
        var original = Issued();
        var married = Anna with { LastName = "Петрова", NameKey = "петрова анна петровна" };

        var duplicate = original.Replace(ReplacementReason.Lost, married, Entry(Today, 8), Today).Value;

        original.State.ShouldBe(CertificateState.Replaced);
        (duplicate.LastName, duplicate.Number, duplicate.OriginalId).ShouldBe(("Иванова", 8, (Guid?)original.Id));
        duplicate.Code.ShouldNotBe(original.Code);
        original
            .Replace(ReplacementReason.Lost, married, Entry(Today, 9), Today)
            .Error!.Code.ShouldBe("certificate.not-valid");
    }

    [Fact]
    public void A_new_name_is_taken_only_with_proof()
    {
        var original = Issued();
        var married = Anna with { LastName = "Петрова", NameKey = "петрова анна петровна" };

        var without = original.Replace(
            ReplacementReason.NameChanged,
            married,
            Entry(Today, 8) with
            {
                Basis = null,
            },
            Today
        );
        var with = original.Replace(ReplacementReason.NameChanged, married, Entry(Today, 8), Today);

        without.Error!.Code.ShouldBe("certificate.proof-missing");
        with.Value.LastName.ShouldBe("Петрова");
    }

    [Theory]
    [InlineData("2026-12-19", "certificate.before-original")]
    [InlineData("2027-06-02", "certificate.in-future")]
    public void A_duplicate_is_issued_after_the_original_and_not_in_the_future(string day, string code)
    {
        var original = Issued();

        original
            .Replace(ReplacementReason.Damaged, Anna, Entry(DateOnly.Parse(day), 8), Today)
            .Error!.Code.ShouldBe(code);
        original.State.ShouldBe(CertificateState.Valid);
    }

    [Fact]
    public void It_is_annulled_once()
    {
        var certificate = Issued();

        certificate.Annul("выдан по ошибке", Today).Refused.ShouldBeFalse();
        certificate.Annul("выдан по ошибке", Today).Error!.Code.ShouldBe("certificate.not-valid");
        (certificate.State, certificate.AnnulledOn).ShouldBe((CertificateState.Annulled, (DateOnly?)Today));
    }

    [Theory]
    [InlineData(false, false, false, "Head Town Licence")]
    [InlineData(true, false, true, "Town")]
    [InlineData(true, true, true, "")]
    public void What_the_card_of_the_centre_lacks_is_told_and_stays_on_it(
        bool head,
        bool town,
        bool licence,
        string gaps
    )
    {
        var (course, enrolment) = Completed();
        var issuer = new CertificateIssuer(
            "Центр",
            town ? "г. Кемерово" : null,
            licence ? "Лицензия № 1" : null,
            head ? new CertificateSignatory("директор", "М. П. Образцова") : null,
            Secretary: null
        );
        var kind = ProgrammeKind.ProfessionalDevelopment;

        var issued = Certificate.Issue(
            course,
            kind,
            enrolment,
            Anna,
            Proven,
            Entry(LastDay) with
            {
                Issuer = issuer,
            },
            Today
        );
        var replaced = issued.Value.Replace(
            ReplacementReason.Lost,
            Anna,
            Entry(Today, 8) with
            {
                Issuer = issuer,
            },
            Today
        );

        foreach (var result in new[] { issued, replaced })
        {
            string.Join(
                    ' ',
                    result
                        .Warnings.Where(warning => warning.Code == "certificate.card-lacks")
                        .Select(warning => warning.Params["gap"])
                )
                .ShouldBe(gaps);
            result.Value.Issuer.ShouldBe(issuer);
        }
    }

    [Fact]
    public void A_certificate_of_participation_needs_no_licence() =>
        new CertificateIssuer("Центр", "г. Кемерово", null, null, null)
            .GapsOf(CertificateKind.Participation)
            .ShouldBe([CertificateGap.Head]);

    [Theory]
    [InlineData("2026-12-20", null)]
    [InlineData("2027-06-01", null)]
    [InlineData("2026-12-19", "certificate.received-outside")]
    [InlineData("2027-06-02", "certificate.received-outside")]
    public void It_is_handed_over_between_its_issue_and_today(string on, string? code)
    {
        var certificate = Issued();

        var received = certificate.Receive(DateOnly.Parse(on), "лично", Today);

        (received.Error?.Code).ShouldBe(code);
        certificate.ReceivedOn.ShouldBe(code is null ? DateOnly.Parse(on) : null);
        certificate.ReceiptMark.ShouldBe(code is null ? "лично" : null);
    }

    /// <summary>The book is not written over (DPO-8).</summary>
    [Fact]
    public void A_second_receipt_is_refused_unless_it_says_the_same()
    {
        var certificate = Issued();
        certificate.Receive(Today, "лично", Today).Refused.ShouldBeFalse();

        var (same, other, marked) = (
            certificate.Receive(Today, "лично", Today),
            certificate.Receive(Today.AddDays(-1), "лично", Today),
            certificate.Receive(Today, "почтой", Today)
        );

        same.Refused.ShouldBeFalse();
        (other.Error?.Code, other.Error?.Rule?.Code).ShouldBe(("certificate.already-received", "DPO-8"));
        (marked.Error?.Params["receivedOn"]).ShouldBe(Today);
        (certificate.ReceivedOn, certificate.ReceiptMark).ShouldBe((Today, "лично"));
    }

    [Fact]
    public void What_is_annulled_is_not_handed_over()
    {
        var certificate = Issued();
        certificate.Annul("выдан по ошибке", Today);

        certificate.Receive(Today, null, Today).Error!.Code.ShouldBe("certificate.not-valid");
    }

    private static Certificate Issued()
    {
        var (course, enrolment) = Completed();
        return Issue(course, enrolment, Anna, LastDay).Value;
    }

    private static Result<Certificate> Issue(Course course, Enrolment enrolment, Learner learner, DateOnly on) =>
        Certificate.Issue(course, ProgrammeKind.ProfessionalDevelopment, enrolment, learner, Proven, Entry(on), Today);

    private static CertificateEntry Entry(DateOnly on, int number = 7) =>
        new(number, "ПК", "000123", on, "Протокол № 1", $"CODE{number}");

    private static (Course Course, Enrolment Enrolment) Completed()
    {
        var course = Open();
        var enrolment = course
            .Enrol(
                new SentEmployee(Guid.NewGuid(), Guid.NewGuid(), new DateOnly(2026, 10, 1)),
                null,
                new EnrolmentFacts()
            )
            .Value;
        Put(enrolment, EnrolmentState.Completed);
        return (course, enrolment);
    }

    /// <summary>The service moves the enrolments of a course that has ended by one statement, past the entity.</summary>
    private static void Put(Enrolment enrolment, EnrolmentState state) =>
        typeof(Enrolment).GetProperty(nameof(Enrolment.State))!.SetValue(enrolment, state);

    private static Course Open()
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
        var plan = new CoursePlan(
            CourseSeason.Autumn,
            new DateOnly(2026, 10, 1),
            LastDay,
            StudyForm.FullTime,
            null,
            new FundingBlock(FundingSource.StateAssignment, null),
            25
        );
        var course = Course.Register(programme, AcademicYear.Starting(2026), 1, plan, ProgrammeTests.Norms).Value;
        course.OpenRegistration();
        return course;
    }

    [Fact]
    public void The_list_of_a_course_is_issued_when_the_course_is_completed()
    {
        var (course, _) = Completed();
        course.Complete(course.EndsOn, new CourseOutcome(true, 0, course.Hours)).Refused.ShouldBeFalse();

        Certificate.MayBeIssuedFor(course).Refused.ShouldBeFalse();
        var refused = Certificate.MayBeIssuedFor(Open()).Error!;
        (refused.Code, refused.Params["status"]).ShouldBe(
            ("certificate.course-not-completed", CourseStatus.RegistrationOpen)
        );
    }

    [Theory]
    [InlineData(CertificateState.Valid, null)]
    [InlineData(CertificateState.Annulled, "certificate.not-valid")]
    [InlineData(CertificateState.Replaced, "certificate.not-valid")]
    public void Only_what_is_valid_is_handed_out(CertificateState state, string? code) =>
        (Certificate.MayBeHandedOut(state).Error?.Code).ShouldBe(code);
}
