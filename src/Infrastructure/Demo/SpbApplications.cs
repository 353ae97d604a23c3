using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>The campaign of 2019-2020: each school has a quota for each programme, and its applications are satisfied.</summary>
internal sealed class SpbApplications
{
    private readonly DemoSession _session;
    private readonly Guid _campaign;
    private readonly (DateOnly Autumn, DateOnly Spring) _days;
    private int _quotas;
    private int _applications;

    private SpbApplications(DemoSession session, Guid campaign, (DateOnly Autumn, DateOnly Spring) days) =>
        (_session, _campaign, _days) = (session, campaign, days);

    /// <param name="session">The centre.</param>
    /// <param name="days">When people of each half-year apply.</param>
    public static async Task<SpbApplications> OpenAsync(
        DemoSession session,
        (DateOnly Autumn, DateOnly Spring) days,
        CancellationToken cancellationToken
    )
    {
        var command = new RegisterCampaign
        {
            Title = "Курсы ИМЦ на 2019-2020 учебный год",
            OpensOn = days.Autumn.AddMonths(-1),
            ClosesOn = days.Spring,
            Decision = CampaignDecision.ByArrival,
            ByQuota = true,
        };
        var campaign = await session.DoAsync(DemoKind.Campaign, 0, command, cancellationToken);
        return new SpbApplications(session, campaign.Id, days);
    }

    /// <summary>Quotas of the schools for the programme, then their applications, in order of arrival.</summary>
    /// <param name="autumn">So many of them study in autumn, the rest in spring.</param>
    public async Task LoadAsync(
        Guid programme,
        Guid course,
        IReadOnlyList<DemoTeacher> learners,
        int autumn,
        CancellationToken cancellationToken
    )
    {
        foreach (var school in learners.CountBy(learner => learner.OrganisationId))
        {
            var quota = new SetQuota
            {
                CampaignId = _campaign,
                ProgrammeId = programme,
                OrganisationId = school.Key,
                Limit = school.Value,
            };
            await _session.DoAsync(DemoKind.Quota, _quotas++, quota, cancellationToken);
        }

        foreach (var (place, learner) in learners.Index())
        {
            var application = new SubmitApplication
            {
                CampaignId = _campaign,
                EmployeeId = learner.EmployeeId,
                CourseId = course,
                HalfYear = place < autumn ? HalfYear.Autumn : HalfYear.Spring,
                On = place < autumn ? _days.Autumn : _days.Spring,
            };
            await _session.DoAsync(DemoKind.Application, _applications++, application, cancellationToken);
        }
    }
}
