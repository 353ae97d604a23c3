using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Office.StatedFigures;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Norms;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Infrastructure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Work in progress at the centre: an object in each state from which an example of the document moves on.</summary>
/// <remarks>
/// Nothing here falls into 2019-2020, and no organisation or employee is added, so the published figures stay. Ids begin
/// far behind those of the tables.
/// </remarks>
internal sealed class SpbCurrentYear(DemoSession session)
{
    private const int FirstIndex = 100_000;

    private const int FirstCandidate = 2 * FirstIndex;

    /// <summary>Behind the courses of the year of the report.</summary>
    private const int EndedIndex = 90;

    /// <summary>Public by design, as everything in the demo.</summary>
    private const string Password = "demo methodist 2026";

    private readonly AcademicYear _past = AcademicYear.Starting(session.Years.Move(2025));
    private readonly AcademicYear _present = AcademicYear.Starting(session.Years.Move(2026));

    private readonly DemoYears _years = session.Years;

    private int _made = FirstIndex;

    /// <summary>Left out whole where the clock is far behind it: the history of the demo would lie ahead of it.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!_years.HavePassed)
        {
            return;
        }

        var people = await session.AskAsync(new ListEmployees { Limit = 100 }, cancellationToken);
        Guid[] ids = [.. people.Items.Select(person => person.Id)];
        var (absent, coordinator) = (ids[0], ids[2]);
        var attested = await AttestAsync(ids[3..], cancellationToken);
        await AttestCandidatesAsync(ids[^3..^1], cancellationToken);
        await RecordAbsenceAsync(absent, cancellationToken);
        var programme = await TeachAsync([absent, attested], ids[^1], cancellationToken);
        await RegisterAccountsAsync(cancellationToken);
        await new SpbSupport(session).LoadAsync(coordinator, absent, cancellationToken);
        await StateAsync(cancellationToken);
        await SpbTraining.LoadAsync(session, cancellationToken);
        await SpbWebhooks.LoadAsync(session, cancellationToken);
        await new SpbCurrentCampaigns(session, _made).LoadAsync(ids, cancellationToken);
        await new SpbProgrammes(session).LoadAsync(ids, cancellationToken);
        await new SpbSpares(session, programme).LoadAsync(ids[20..24], cancellationToken);
    }

    /// <summary>The first category of 2024 for the first by name who never had one.</summary>
    private async Task<Guid> AttestAsync(IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            var attestations = new ListAttestations { EmployeeId = person, Limit = 1 };
            if ((await session.AskAsync(attestations, cancellationToken)).Items is not [])
            {
                continue;
            }

            var place = (await session.AskAsync(new GetEmployee(person), cancellationToken)).Employments[0];
            var attestation = new RecordAttestation
            {
                EmployeeId = person,
                OrganisationId = place.OrganisationId,
                PositionId = place.PositionId,
                Kind = AttestationKind.First,
                AppliedOn = new DateOnly(2024, 2, 1),
                DecidedOn = new DateOnly(2024, 3, 28),
                Outcome = AttestationOutcome.Granted,
                ActNumber = "812-р",
                ActDate = new DateOnly(2024, 4, 5),
            };
            await DoAsync(DemoKind.Attestation, attestation, cancellationToken);
            return person;
        }

        throw new InvalidOperationException(
            "Nobody of the demo is without a category: look further than the first hundred."
        );
    }

    /// <summary>Two teachers whom the founder has attested as candidates for the post of a director (ATT-25).</summary>
    private async Task AttestCandidatesAsync(Guid[] people, CancellationToken cancellationToken)
    {
        var positions = await session.ReadPositionsAsync(cancellationToken);
        for (var place = 0; place < people.Length; place++)
        {
            var card = await session.AskAsync(new GetEmployee(people[place]), cancellationToken);
            var decision = new RecordHeadAttestation
            {
                EmployeeId = card.Id,
                OrganisationId = card.Employments[0].OrganisationId,
                PositionId = positions["director"],
                Commission = "Аттестационная комиссия администрации Центрального района",
                DecidedOn = _years.Move(new DateOnly(2026, 9, 15)),
                Outcome = AttestationOutcome.Granted,
                ActNumber = "1914-р",
                ActDate = _years.Move(new DateOnly(2026, 9, 17)),
            };

            // Not numbered with the others: their ids stand in documents.
            await session.DoAsync(DemoKind.Attestation, FirstCandidate + place, decision, cancellationToken);
        }
    }

    private async Task RecordAbsenceAsync(Guid person, CancellationToken cancellationToken)
    {
        var card = await session.AskAsync(new GetEmployee(person), cancellationToken);
        var leave = new AbsenceBody { Kind = AbsenceKind.ParentalLeave, From = _years.Move(new DateOnly(2025, 3, 1)) };
        await DoAsync(DemoKind.Step, new RecordAbsence(card.Id, card.Version, leave), cancellationToken);
    }

    private async Task<Guid> TeachAsync(Guid[] learners, Guid teacher, CancellationToken cancellationToken)
    {
        var ict = await RegisterProgrammeAsync(
            ("ИКТ-2026-01", "Цифровая среда урока"),
            ProgrammeLine.Ict,
            36,
            cancellationToken
        );
        await RegisterProgrammeAsync(
            ("ТЕМ-2026-02", "Формирующее оценивание"),
            ProgrammeLine.Thematic,
            72,
            cancellationToken
        );
        var norm = new SetNorm
        {
            Code = "course.thematic-group-size",
            Value = "28",
            ValidFrom = _years.Move(new DateOnly(2026, 9, 1)),
            Basis = _years.Move("Приказ ИМЦ от 28.08.2026 № 37"),
        };
        await DoAsync(DemoKind.Step, norm, cancellationToken);
        _ = await OpenAsync(_past, _years.Move(new DateOnly(2025, 10, 1)), learners[1..]);
        var present = await OpenAsync(_present, _years.Move(new DateOnly(2026, 10, 1)), learners);
        await new SpbCurrentTimetable(session, FirstIndex).LoadAsync(present, teacher, cancellationToken);
        await RegisterCourseAsync(ict.Id, _present, _years.Move(new DateOnly(2026, 10, 15)), cancellationToken);

        // Completed by protocol and orders, and its documents are still to be issued.
        var done = await CompleteAsync(await OpenAsync(_past, _years.Move(new DateOnly(2025, 11, 5)), learners));
        await SpbTimetable.AssessAsync(session, EndedIndex, done.Id, cancellationToken);
        await SpbOrders.SignAsync(session, EndedIndex, done, cancellationToken);

        // A second group of the programme, to which learners may be transferred.
        _ = await OpenAsync(_present, _years.Move(new DateOnly(2026, 10, 22)), []);

        // Completed, and its completion order waits for the signature.
        await CompleteAsync(await OpenAsync(_past, _years.Move(new DateOnly(2025, 11, 26)), learners));
        return ict.Id;

        async Task<CourseDetails> CompleteAsync(Guid course)
        {
            var full = await session.AskAsync(new GetCourse(course), cancellationToken);
            await DoAsync(DemoKind.Step, new CompleteCourse(full.Id, full.Version), cancellationToken);
            return full;
        }

        async Task<Guid> OpenAsync(AcademicYear year, DateOnly startsOn, Guid[] enrolled)
        {
            var course = await RegisterCourseAsync(ict.Id, year, startsOn, cancellationToken);
            var opening = new OpenCourseRegistration(course.Id, course.Version);
            await DoAsync(DemoKind.Step, opening, cancellationToken);
            foreach (var learner in enrolled)
            {
                var body = new EnrolmentBody { EmployeeId = learner, On = startsOn };
                await DoAsync(DemoKind.Enrolment, new EnrolEmployee(course.Id, body), cancellationToken);
            }

            return course.Id;
        }
    }

    private Task<ProgrammeDetails> RegisterProgrammeAsync(
        (string Code, string Title) name,
        ProgrammeLine line,
        int hours,
        CancellationToken cancellationToken
    )
    {
        var programme = new RegisterProgramme
        {
            Code = name.Code,
            Title = name.Title,
            Kind = ProgrammeKind.ProfessionalDevelopment,
            Hours = hours,
            Line = line,
            Form = StudyForm.FullTime,
            ApprovedOn = _years.Move(new DateOnly(2025, 6, 2)),
        };
        return DoAsync(DemoKind.Programme, programme, cancellationToken);
    }

    private Task<CourseDetails> RegisterCourseAsync(
        Guid programme,
        AcademicYear year,
        DateOnly startsOn,
        CancellationToken cancellationToken
    )
    {
        var course = new RegisterCourse
        {
            ProgrammeId = programme,
            AcademicYear = year,
            Season = CourseSeason.Autumn,
            StartsOn = startsOn,
            EndsOn = new DateOnly(startsOn.Year, 12, 18),
            Form = StudyForm.FullTime,
            Site = "6-я Советская, 5 (Центр информатизации)",
            Funding = new FundingModel { Source = FundingSource.StateAssignment },
            Capacity = 12,
        };
        return DoAsync(DemoKind.Course, course, cancellationToken);
    }

    /// <summary>The secret of the key is not kept: whoever wants to try it makes one of his own.</summary>
    private async Task RegisterAccountsAsync(CancellationToken cancellationToken)
    {
        var person = new RegisterAccount
        {
            Kind = AccountKind.Person,
            Login = "methodist.spb-central",
            DisplayName = "Методист",
            Password = Password,
            Roles = [new GrantBody { Role = Role.Methodist, Act = "демонстрационные данные" }],
        };
        await DoAsync(DemoKind.Account, person, cancellationToken);
        var former = person with { Login = "former.spb-central", DisplayName = "Бывший методист" };
        var blocked = await DoAsync(DemoKind.Account, former, cancellationToken);
        await DoAsync(DemoKind.Step, new BlockAccount(blocked.Id, blocked.Version), cancellationToken);
        var service = new RegisterAccount
        {
            Kind = AccountKind.Service,
            Login = "site",
            DisplayName = "Сайт центра",
        };
        var site = await DoAsync(DemoKind.Account, service, cancellationToken);
        var key = new AddApiKey(site.Id, new ApiKeyBody { Name = "Сайт" });
        await DoAsync(DemoKind.Account, key, cancellationToken);
        await LinkAsync(site.Id, cancellationToken);
    }

    /// <summary>A calendar link of the site, whose address nobody knows: an administrator sees it and may end it.</summary>
    private async Task LinkAsync(Guid site, CancellationToken cancellationToken)
    {
        using var ids = session.Ids(DemoKind.CalendarLink, 1);
        var unitOfWork = session.Services.GetRequiredService<IUnitOfWork>();
        await using var transaction = await unitOfWork.BeginAsync(cancellationToken);
        var course = await session
            .Database.Courses.OrderBy(one => one.Id)
            .Select(one => one.Id)
            .FirstAsync(cancellationToken);
        var account = await session.Database.Accounts.SingleAsync(one => one.Id == site, cancellationToken);
        var now = session.Services.GetRequiredService<IClock>().Now;
        _ = account.AddCalendarLink(CalendarSubject.Course, course, ApiKeys.HashOf($"{site}"), now).Value;
        if (await unitOfWork.SaveAsync(cancellationToken) is { } refused)
        {
            throw new InvalidOperationException($"The demo link was refused: {refused.Code}.");
        }

        await transaction.CommitAsync(cancellationToken);
        session.Database.ChangeTracker.Clear();
    }

    private Task<StatedFigureDetails> StateAsync(CancellationToken cancellationToken)
    {
        var total = new RecordStatedFigure
        {
            Report = new ReportCode("courses"),
            Period = _years.Move("2026-2027"),
            CellKey = "total",
            Value = 3,
            Source = _years.Move("Отчёт ИМЦ за 2026-2027 учебный год, строка «Всего»"),
        };
        return DoAsync(DemoKind.StatedFigure, total, cancellationToken);
    }

    private Task<T> DoAsync<T>(DemoKind kind, ICommand<T> command, CancellationToken cancellationToken) =>
        session.DoAsync(kind, _made++, command, cancellationToken);
}
