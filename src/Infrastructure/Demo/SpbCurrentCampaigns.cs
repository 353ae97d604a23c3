using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Applications in progress at the centre, for the examples of the document.</summary>
internal sealed class SpbCurrentCampaigns(DemoSession session, int made)
{
    private readonly AcademicYear _present = AcademicYear.Starting(session.Years.Move(2026));

    /// <summary>The last day on which something of the current year happened.</summary>
    private readonly DateOnly _lastDay = session.Years.Move(new DateOnly(2026, 10, 1));

    private readonly DemoYears _years = session.Years;

    private int _made = made;

    /// <summary>An own campaign with an application in each state, and one of an outside provider.</summary>
    public async Task LoadAsync(Guid[] people, CancellationToken cancellationToken)
    {
        var programmes = await session.AskAsync(new ListProgrammes { Q = "Формирующее" }, cancellationToken);
        var programme = programmes.Items[0].Id;
        var first = await OpenAsync(programme, cancellationToken);
        _ = await OpenAsync(programme, cancellationToken);
        var own = new RegisterCampaign
        {
            Title = _years.Move("Курсы ИМЦ на 2026-2027 учебный год"),
            OpensOn = _years.Move(new DateOnly(2026, 8, 17)),
            ClosesOn = _years.Move(new DateOnly(2027, 1, 29)),
            Decision = CampaignDecision.ByCentre,
            ByQuota = true,
        };
        var ownId = (await DoAsync(DemoKind.Campaign, own, cancellationToken)).Id;
        var outside = own with { Title = _years.Move("Курсы АППО, осень 2026 года"), Provider = "СПб АППО" };
        var outsideId = (await DoAsync(DemoKind.Campaign, outside, cancellationToken)).Id;
        await ApplyAsync(programme, ownId, people[10], first, cancellationToken);
        await ApplyAsync(programme, ownId, people[11], first, cancellationToken);
        await ApplyAsync(programme, ownId, people[12], first, cancellationToken);
        await ApplyAsync(programme, outsideId, people[13], null, cancellationToken);
        var approved = await ApplyAsync(programme, ownId, people[14], first, cancellationToken);
        var approval = new ApproveApplication(approved.Id, approved.Version, new ApprovalBody());
        await DoAsync(DemoKind.Step, approval, cancellationToken);
        var sent = await ApplyAsync(programme, outsideId, people[15], null, cancellationToken);
        var referral = new ReferralBody { ReferralNumber = "12-Н" };
        await DoAsync(DemoKind.Step, new ReferApplication(sent.Id, sent.Version, referral), cancellationToken);
    }

    private async Task<ApplicationDetails> ApplyAsync(
        Guid programme,
        Guid campaign,
        Guid person,
        Guid? course,
        CancellationToken cancellationToken
    )
    {
        var place = (await session.AskAsync(new GetEmployee(person), cancellationToken)).Employments[0];
        var quotas = await session.AskAsync(
            new ListQuotas { CampaignId = campaign, OrganisationId = place.OrganisationId },
            cancellationToken
        );
        if (quotas.Items is [])
        {
            var quota = new SetQuota
            {
                CampaignId = campaign,
                ProgrammeId = programme,
                OrganisationId = place.OrganisationId,
                Limit = 5,
            };
            await DoAsync(DemoKind.Quota, quota, cancellationToken);
        }

        var application = new SubmitApplication
        {
            CampaignId = campaign,
            EmployeeId = person,
            ProgrammeId = programme,
            CourseId = course,
            On = _lastDay,
        };
        return await DoAsync(DemoKind.Application, application, cancellationToken);
    }

    /// <summary>A course of the programme whose enrolment is open.</summary>
    private async Task<Guid> OpenAsync(Guid programme, CancellationToken cancellationToken)
    {
        var body = new RegisterCourse
        {
            ProgrammeId = programme,
            AcademicYear = _present,
            Season = CourseSeason.Spring,
            StartsOn = _years.Move(new DateOnly(2027, 2, 1)),

            // A course that is over takes nobody, and approval knows no other day than today: it ends when the years move.
            EndsOn = _years.Move(new DateOnly(2027, 11, 26)),
            Form = StudyForm.FullTime,
            Site = "Невский, 154",
            Funding = new FundingModel { Source = FundingSource.StateAssignment },
            Capacity = 25,
        };
        var course = await DoAsync(DemoKind.Course, body, cancellationToken);
        var opening = new OpenCourseRegistration(course.Id, course.Version);
        await DoAsync(DemoKind.Step, opening, cancellationToken);
        return course.Id;
    }

    private Task<T> DoAsync<T>(DemoKind kind, ICommand<T> command, CancellationToken cancellationToken) =>
        session.DoAsync(kind, _made++, command, cancellationToken);
}
