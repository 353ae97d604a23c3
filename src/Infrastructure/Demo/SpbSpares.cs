using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Teaching.CalendarLinks;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Application.Training.TrainingPlans;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>
/// What an example of the document ends, as a course that is cancelled: an object of its own, which no other example needs.
/// </summary>
/// <remarks>Ids begin behind those of the programmes under review.</remarks>
internal sealed class SpbSpares(DemoSession session, Guid programme)
{
    private const int FirstIndex = 400_000;

    /// <summary>Behind the completed course of the work in progress.</summary>
    private const int EndedIndex = 91;

    /// <summary>Public by design, as everything in the demo.</summary>
    private const string Password = "demo trainee 2026";

    private readonly DemoYears _years = session.Years;
    private int _made = FirstIndex;

    /// <param name="learners">Employees who learn on no other course of these years.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    public async Task LoadAsync(Guid[] learners, CancellationToken cancellationToken)
    {
        // To be cancelled, and to be planned anew.
        _ = await RegisterCourseAsync(new DateOnly(2026, 11, 2), cancellationToken);
        _ = await RegisterCourseAsync(new DateOnly(2026, 11, 3), cancellationToken);

        // Its enrolment is to be closed; the learners of the next are to be transferred and withdrawn.
        _ = await OpenAsync(new DateOnly(2026, 11, 5), [], cancellationToken);
        _ = await OpenAsync(new DateOnly(2026, 11, 9), learners, cancellationToken);

        // Transferred to this one, which is not over before the years move.
        var later = await OpenAsync(new DateOnly(2026, 11, 12), [], cancellationToken, months: 13);

        // To be completed; and one whose completion order is to be cancelled.
        _ = await OpenAsync(new DateOnly(2025, 10, 8), learners[..1], cancellationToken);
        var ended = await OpenAsync(new DateOnly(2025, 12, 1), learners[..1], cancellationToken);
        var full = await session.AskAsync(new GetCourse(ended), cancellationToken);
        await DoAsync(DemoKind.Step, new CompleteCourse(full.Id, full.Version), cancellationToken);

        await CertifyAsync(learners[1..2], cancellationToken);
        await RetiringAsync(cancellationToken);
        await RegisterAccountsAsync(cancellationToken);
        await RegisterWebhookAsync(cancellationToken);
        await PlanAsync(cancellationToken);
        var linked = new MakeCalendarLink { Subject = CalendarSubject.Course, SubjectId = ended };
        await DoAsync(DemoKind.CalendarLink, linked, cancellationToken);
        await SendTeamAsync(later, learners[3], cancellationToken);
    }

    /// <summary>The school at which somebody works sends three of its staff.</summary>
    private async Task SendTeamAsync(Guid course, Guid colleague, CancellationToken cancellationToken)
    {
        var place = (await session.AskAsync(new GetEmployee(colleague), cancellationToken)).Employments[0];
        var staff = new ListEmployees
        {
            OrganisationId = place.OrganisationId,
            Sort = "-name",
            Limit = 3,
        };
        var members = (await session.AskAsync(staff, cancellationToken)).Items;
        var body = new TeamBody
        {
            Name = "Команда цифровой школы",
            OrganisationId = place.OrganisationId,
            EmployeeIds = [.. members.Select(member => member.Id)],
            On = _years.Move(new DateOnly(2026, 11, 12)),
        };
        await DoAsync(DemoKind.Enrolment, new EnrolTeam(course, body), cancellationToken);
    }

    /// <summary>Completed by protocol and orders; its learner gets the document alone.</summary>
    private async Task CertifyAsync(Guid[] learners, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(new DateOnly(2025, 11, 19), learners, cancellationToken);
        var course = await session.AskAsync(new GetCourse(opened), cancellationToken);
        await DoAsync(DemoKind.Step, new CompleteCourse(course.Id, course.Version), cancellationToken);
        await SpbTimetable.AssessAsync(session, EndedIndex, course.Id, cancellationToken);
        await SpbOrders.SignAsync(session, EndedIndex, course, cancellationToken);
    }

    private Task<CourseDetails> RegisterCourseAsync(
        DateOnly startsOn,
        CancellationToken cancellationToken,
        int months = 1
    )
    {
        var day = _years.Move(startsOn);
        var course = new RegisterCourse
        {
            ProgrammeId = programme,
            AcademicYear = AcademicYear.Starting(day.Year),
            Season = CourseSeason.Autumn,
            StartsOn = day,
            EndsOn = day.AddMonths(months),
            Form = StudyForm.FullTime,
            Site = "Невский, 154",
            Funding = new FundingModel { Source = FundingSource.StateAssignment },
            Capacity = 12,
        };
        return DoAsync(DemoKind.Course, course, cancellationToken);
    }

    private async Task<Guid> OpenAsync(
        DateOnly startsOn,
        Guid[] learners,
        CancellationToken cancellationToken,
        int months = 1
    )
    {
        var course = await RegisterCourseAsync(startsOn, cancellationToken, months);
        await DoAsync(DemoKind.Step, new OpenCourseRegistration(course.Id, course.Version), cancellationToken);
        foreach (var learner in learners)
        {
            var body = new EnrolmentBody { EmployeeId = learner, On = course.StartsOn };
            await DoAsync(DemoKind.Enrolment, new EnrolEmployee(course.Id, body), cancellationToken);
        }

        return course.Id;
    }

    /// <summary>A programme of which there is no course.</summary>
    private Task<ProgrammeDetails> RetiringAsync(CancellationToken cancellationToken)
    {
        var retiring = new RegisterProgramme
        {
            Code = "ТЕМ-2026-07",
            Title = "Читательская грамотность",
            Kind = ProgrammeKind.ProfessionalDevelopment,
            Hours = 36,
            Line = ProgrammeLine.Thematic,
            Form = StudyForm.FullTime,
            ApprovedOn = _years.Move(new DateOnly(2025, 6, 2)),
        };
        return DoAsync(DemoKind.Programme, retiring, cancellationToken);
    }

    /// <summary>One account to be blocked, one whose password and role change.</summary>
    private async Task RegisterAccountsAsync(CancellationToken cancellationToken)
    {
        (string, string)[] people = [("guest", "Гость"), ("trainee", "Стажёр")];
        foreach (var (login, name) in people)
        {
            var person = new RegisterAccount
            {
                Kind = AccountKind.Person,
                Login = $"{login}.spb-central",
                DisplayName = name,
                Password = Password,
                Roles = [new GrantBody { Role = Role.Methodist, Act = "демонстрационные данные" }],
            };
            await DoAsync(DemoKind.Account, person, cancellationToken);
        }
    }

    private Task<RegisteredWebhook> RegisterWebhookAsync(CancellationToken cancellationToken)
    {
        var journal = new RegisterWebhook
        {
            Name = "Электронный журнал",
            Description = "Переносит занятия",
            Url = "https://journal.imc.example/hooks",
            Types = ["lessons"],
        };
        return DoAsync(DemoKind.Webhook, journal, cancellationToken);
    }

    /// <summary>A second line of the plan-schedule: one is moved, one dropped; and a need to be satisfied.</summary>
    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        var plans = await session.AskAsync(new ListTrainingPlans { Limit = 1 }, cancellationToken);
        var plan = await session.AskAsync(new GetTrainingPlan(plans.Items[0].Id), cancellationToken);
        var line = new PlanEntryBody
        {
            EmployeeId = plan.Entries[0].EmployeeId,
            Topic = "Смысловое чтение",
            Provider = "СПб АППО",
            Quarter = 4,
            Month = 11,
        };
        await DoAsync(DemoKind.Step, new AddTrainingPlanEntry(plan.Id, plan.Version, line), cancellationToken);
        var need = new StateTrainingNeed
        {
            OrganisationId = plan.Organisation.Id,
            People = 3,
            Topic = "Инклюзивное образование",
            Year = plan.Year,
            Source = TrainingNeedSource.Survey,
        };
        await DoAsync(DemoKind.Step, need, cancellationToken);
    }

    private Task<T> DoAsync<T>(DemoKind kind, ICommand<T> command, CancellationToken cancellationToken) =>
        session.DoAsync(kind, _made++, command, cancellationToken);
}
