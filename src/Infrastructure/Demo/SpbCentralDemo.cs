using System.Globalization;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Office.StatedFigures;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Центральный район Санкт-Петербурга: the courses and attestations of 2019-2020.</summary>
internal sealed class SpbCentralDemo : IDemoCentre
{
    private static readonly AcademicYear Year = AcademicYear.Starting(2019);
    private static readonly DateOnly FirstDay = Year.From;
    private static readonly (DateOnly From, DateOnly To) Autumn = (new(2019, 9, 16), new(2019, 12, 20));
    private static readonly (DateOnly From, DateOnly To) Spring = (new(2020, 1, 20), new(2020, 5, 29));

    /// <summary>The first working day of the year: the spring groups of courses that run all year begin at once.</summary>
    private static readonly DateOnly SpringApplications = new(2020, 1, 9);

    private const string DocumentedCode = "SAMP1E00000000000000000001";

    private const string AttestationSource = "Отчёт ИМЦ за 2019-2020 учебный год, аттестация";

    /// <summary>So many ids are kept for the documents of each course.</summary>
    private const int CertificatesApart = 1000;

    /// <summary>Each seventh of those whom the centre has not taught was trained elsewhere, until the table is used up.</summary>
    private const int TrainedApart = 7;

    /// <summary>Days on which the made-up commission sat.</summary>
    private static readonly DateOnly[] Sessions =
    [
        new(2019, 9, 26),
        new(2019, 10, 24),
        new(2019, 11, 28),
        new(2019, 12, 19),
        new(2020, 1, 30),
        new(2020, 2, 27),
        new(2020, 3, 26),
        new(2020, 4, 23),
        new(2020, 5, 28),
        new(2020, 6, 25),
    ];

    public string Code => "spb-central";

    public int Number => 2;

    public string OperatorOrganisation => "spb-s300";

    public async Task CompleteAsync(DemoSession session, CancellationToken cancellationToken)
    {
        await DemoOperations.CompleteAsync(session, cancellationToken);
        await SpbWebhooks.CompleteAsync(session, cancellationToken);
        await SpbFrdo.CompleteAsync(session, cancellationToken);
        await SpbFeedback.CompleteAsync(session, cancellationToken);
        await SpbOrders.CompleteAsync(session, cancellationToken);
    }

    public async Task LoadAsync(DemoSession session, CancellationToken cancellationToken)
    {
        await session.RegisterCentreAsync(DemoCentres.Spb, cancellationToken);
        var random = new Random(2020);
        var (staff, list) = await EmployAsync(session, random, cancellationToken);
        await AttestAsync(session, random, staff, cancellationToken);
        var taught = await TeachAsync(session, random, staff, cancellationToken);
        var elsewhere = list.Where(one => !taught.Contains(one.Id))
            .Where((_, place) => place % TrainedApart == 0)
            .Select(one => (one.Key, one.Organisation));
        await SpbProviders.LoadAsync(session, elsewhere, cancellationToken);
        await ShowCodeAsync(session, cancellationToken);
        await StateAsync(session, cancellationToken);
    }

    public Task ContinueAsync(DemoSession session, CancellationToken cancellationToken) =>
        new SpbCurrentYear(session).LoadAsync(cancellationToken);

    private async Task<(
        ILookup<InstitutionGroup, DemoTeacher> Staff,
        IReadOnlyList<(string Key, Guid Id, string Organisation)> List
    )> EmployAsync(DemoSession session, Random random, CancellationToken cancellationToken)
    {
        var organisations = await session.ImportOrganisationsAsync("spb-central-organisations", cancellationToken);
        var positions = await session.ReadPositionsAsync(cancellationToken);
        var people = new DemoPeople(random, Number);
        var list = new DemoStaff(session);
        List<(string Key, DemoPlace Place)> employed = [];
        foreach (
            var organisation in organisations.SelectMany(organisation =>
                Enumerable.Repeat(organisation, organisation.Teachers)
            )
        )
        {
            var experience = random.Next(0, 41);
            var age = experience + random.Next(22, 27);
            var since = FirstDay.AddYears(-experience);
            var place = new DemoPlace(organisation, PositionCode(organisation.Group, random), since);
            var education = random.Next(8) == 0 ? EducationLevel.SecondaryVocational : EducationLevel.Higher;
            var person = new DemoPerson(random.BirthDate(age, FirstDay), since, education);
            employed.Add((list.Add(people.Make(person, place)), place));
        }

        var ids = await list.ImportAsync(cancellationToken);
        var staff = employed.ToLookup(
            one => one.Place.Organisation.Group,
            one => new DemoTeacher(
                ids[one.Key],
                one.Place.Organisation.Id,
                positions[one.Place.Position],
                one.Place.Since
            )
        );
        return (staff, [.. employed.Select(one => (one.Key, ids[one.Key], one.Place.Organisation.Code))]);
    }

    /// <summary>As many as published for each category and type of institution; nobody twice in the year.</summary>
    private static async Task AttestAsync(
        DemoSession session,
        Random random,
        ILookup<InstitutionGroup, DemoTeacher> staff,
        CancellationToken cancellationToken
    )
    {
        var attestations = new DemoAttestations(session);
        HashSet<Guid> attested = [];
        foreach (var row in DemoTable.Read("spb-central-attestations").Rows)
        {
            var kind = row.Value<AttestationKind>("kind");
            var least = FirstDay.AddYears(kind == AttestationKind.Highest ? -9 : -2);
            DemoTeacher[] candidates =
            [
                .. staff[row.Value<InstitutionGroup>("group")]
                    .Where(teacher => teacher.Since <= least && !attested.Contains(teacher.EmployeeId)),
            ];
            random.Shuffle(candidates);
            foreach (var teacher in candidates[..row.Number("teachers")])
            {
                attested.Add(teacher.EmployeeId);
                var decidedOn = Sessions[random.Next(Sessions.Length)];
                await attestations.RecordAsync(teacher, kind, decidedOn, AttestationSource, cancellationToken);
            }
        }
    }

    /// <returns>Whom the centre has taught.</returns>
    private static async Task<HashSet<Guid>> TeachAsync(
        DemoSession session,
        Random random,
        ILookup<InstitutionGroup, DemoTeacher> staff,
        CancellationToken cancellationToken
    )
    {
        var steps = 0;
        HashSet<Guid> taught = [];
        List<DemoCourse> courses = [];
        var applications = await SpbApplications.OpenAsync(
            session,
            (Autumn.From, SpringApplications),
            cancellationToken
        );
        foreach (var row in DemoTable.Read("spb-central-courses").Rows)
        {
            var (autumn, spring) = (row.Number("learnersAutumn"), row.Number("learnersSpring"));
            var course = await OpenAsync(session, row, autumn + spring, steps++, cancellationToken);

            // Nobody studies on two courses in the same days.
            DemoTeacher[] candidates = [.. staff[row.Value<InstitutionGroup>("audience")]];
            random.Shuffle(candidates);
            DemoTeacher[] learners =
            [
                .. candidates.Where(teacher => !taught.Contains(teacher.EmployeeId)).Take(autumn + spring),
            ];
            taught.UnionWith(learners.Select(teacher => teacher.EmployeeId));
            await applications.LoadAsync(course.ProgrammeId, course.Id, learners, autumn, cancellationToken);

            courses.Add(
                new DemoCourse(
                    course.Id,
                    row.Index,
                    row.Value<ProgrammeLine>("line"),
                    row.Value<StudyForm>("form"),
                    autumn,
                    spring
                )
            );
        }

        // Methodists of additional education teach who do not study themselves.
        var teachers = staff[InstitutionGroup.AdditionalEducation]
            .Select(teacher => teacher.EmployeeId)
            .Where(teacher => !taught.Contains(teacher));
        await new SpbTimetable(session).LoadAsync(courses, teachers, cancellationToken);
        await CompleteAsync(session, courses, steps, cancellationToken);
        return taught;
    }

    /// <summary>A course of a programme of its own, with its enrolment open.</summary>
    private static async Task<CourseDetails> OpenAsync(
        DemoSession session,
        DemoRow row,
        int learners,
        int step,
        CancellationToken cancellationToken
    )
    {
        var programme = await session.DoAsync(DemoKind.Programme, row.Index, Programme(row), cancellationToken);
        var course = await session.DoAsync(
            DemoKind.Course,
            row.Index,
            Course(row, programme.Id, learners),
            cancellationToken
        );
        await session.DoAsync(
            DemoKind.Step,
            step,
            new OpenCourseRegistration(course.Id, course.Version),
            cancellationToken
        );
        return course;
    }

    /// <summary>Ends the courses and issues their documents.</summary>
    private static async Task CompleteAsync(
        DemoSession session,
        IReadOnlyList<DemoCourse> courses,
        int steps,
        CancellationToken cancellationToken
    )
    {
        var issued = 0;
        foreach (var course in courses)
        {
            var full = await session.AskAsync(new GetCourse(course.Id), cancellationToken);
            var completion = new CompleteCourse(full.Id, full.Version);
            await session.DoAsync(DemoKind.Step, steps++, completion, cancellationToken);
            await SpbOrders.SignAsync(session, course.Index, full, cancellationToken);

            // On the last day, by the minutes of the course's commission.
            // Without numbers of blanks ФИС ФРДО takes nothing.
            var entry = new CertificateEntryBody
            {
                IssuedOn = full.EndsOn,
                Basis = $"Протокол № {course.Index + 1}",
                Series = SpbFrdo.Series,
                BlankNumber = (issued + 1).ToString("D6", CultureInfo.InvariantCulture),
            };
            var certificates = new IssueCourseCertificates(course.Id, entry);
            await session.DoAsync(
                DemoKind.Certificate,
                course.Index * CertificatesApart,
                certificates,
                cancellationToken
            );
            issued += course.Autumn + course.Spring;
        }
    }

    /// <summary>One document has a code that stands in the documentation; all others have secret ones.</summary>
    private static Task<int> ShowCodeAsync(DemoSession session, CancellationToken cancellationToken) =>
        session
            .Database.Certificates.Where(certificate => certificate.Year == 2019 && certificate.Number == 1)
            .ExecuteUpdateAsync(
                change => change.SetProperty(certificate => certificate.Code, DocumentedCode),
                cancellationToken
            );

    private static async Task StateAsync(DemoSession session, CancellationToken cancellationToken)
    {
        foreach (var row in DemoTable.Read("spb-central-stated-figures").Rows)
        {
            var command = new RecordStatedFigure
            {
                Report = new ReportCode(row["report"]),
                Period = row["period"],
                CellKey = row["cell"],
                Value = row.Number("value"),
                Source = row["source"],
            };
            await session.DoAsync(DemoKind.StatedFigure, row.Index, command, cancellationToken);
        }
    }

    private static RegisterProgramme Programme(DemoRow row) =>
        new()
        {
            Code = row["code"],
            Title = row["title"],
            Kind = ProgrammeKind.ProfessionalDevelopment,
            Hours = row.Number("hours"),
            Line = row.Value<ProgrammeLine>("line"),
            Form = row.Value<StudyForm>("form"),
            ApprovedOn = new DateOnly(2019, 6, 3),
        };

    private static RegisterCourse Course(DemoRow row, Guid programmeId, int capacity)
    {
        var season = row.Value<CourseSeason>("season");
        return new()
        {
            ProgrammeId = programmeId,
            AcademicYear = Year,
            Season = season,
            StartsOn = season == CourseSeason.Spring ? Spring.From : Autumn.From,
            EndsOn = season == CourseSeason.Autumn ? Autumn.To : Spring.To,
            Form = row.Value<StudyForm>("form"),
            Site = row.Text("site"),
            Funding = new FundingModel
            {
                Source = row.Value<FundingSource>("source"),
                Reference = row.Text("reference"),
            },
            Capacity = capacity,
        };
    }

    private static string PositionCode(InstitutionGroup group, Random random) =>
        (group, random.Next(10)) switch
        {
            (InstitutionGroup.School, 0) => "educator",
            (InstitutionGroup.School, 1) => "psychologist",
            (InstitutionGroup.School, _) => "teacher",
            (InstitutionGroup.Preschool, 0) => "music-director",
            (InstitutionGroup.Preschool, 1) => "speech-therapist",
            (InstitutionGroup.Preschool, _) => "educator",
            (InstitutionGroup.AdditionalEducation, 0) => "event-organiser",
            (InstitutionGroup.AdditionalEducation, _) => "additional-education-teacher",
            _ => "methodist",
        };
}
