using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Applications, by campaign, programme, course, organisation, employee, state or what they lack.</summary>
[Permission(ApplicationPermissions.Read)]
public sealed record ListApplications : ListQuery, IQuery<Page<ApplicationListItem>>
{
    /// <summary>Applications of one campaign.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Applications for one programme.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Applications for one course.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Applications of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Applications for one person.</summary>
    public Guid? EmployeeId { get; init; }

    public ApplicationState? State { get; init; }

    /// <summary>What a waiting application waits for.</summary>
    public ApplicationLack? Lacks { get; init; }
}

internal sealed class ListApplicationsHandler(ILearningStore store, ITerritoryStore territory)
    : IQueryHandler<ListApplications, Page<ApplicationListItem>>
{
    internal static readonly SortFields<TrainingApplication> Sort = new SortFields<TrainingApplication>("submittedOn")
        .Add("submittedOn", application => application.SubmittedOn)
        .Add("arrival", application => application.Arrival ?? int.MaxValue);

    public Task<Result<Page<ApplicationListItem>>> Handle(ListApplications request, CancellationToken cancellationToken)
    {
        var (employees, organisations) = (territory.SeenEmployees, territory.Organisations.References());
        var (campaigns, programmes, courses) = (store.Campaigns, store.Programmes, store.Courses.References());
        Expression<Func<TrainingApplication, ApplicationListItem>> projection = application => new ApplicationListItem
        {
            Id = application.Id,
            CampaignId = application.CampaignId,
            CampaignTitle = campaigns
                .Where(campaign => campaign.Id == application.CampaignId)
                .Select(campaign => campaign.Title)
                .First(),
            ProgrammeId = application.ProgrammeId,
            ProgrammeTitle = programmes
                .Where(programme => programme.Id == application.ProgrammeId)
                .Select(programme => programme.Title)
                .First(),
            CourseId = application.CourseId,
            Course = courses.FirstOrDefault(course => course.Id == application.CourseId),
            EmployeeId = application.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == application.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Organisation = organisations.First(organisation => organisation.Id == application.OrganisationId),
            SubmittedOn = application.SubmittedOn,
            State = application.State,
            Lacks = application.Lacks,
            Arrival = application.Arrival,
            Version = application.Version,
        };
        return Filter(store.Applications, request).ToPageAsync(request, Sort, projection, cancellationToken);
    }

    /// <summary>The rows that the filters of the list let through.</summary>
    internal static IQueryable<TrainingApplication> Filter(
        IQueryable<TrainingApplication> applications,
        ListApplications request
    ) =>
        applications
            .WhereGiven(request.CampaignId, id => application => application.CampaignId == id)
            .WhereGiven(request.ProgrammeId, id => application => application.ProgrammeId == id)
            .WhereGiven(request.CourseId, id => application => application.CourseId == id)
            .WhereGiven(request.OrganisationId, id => application => application.OrganisationId == id)
            .WhereGiven(request.EmployeeId, id => application => application.EmployeeId == id)
            .WhereGiven(request.State, state => application => application.State == state)
            .WhereGiven(request.Lacks, lack => application => application.Lacks == lack);
}
