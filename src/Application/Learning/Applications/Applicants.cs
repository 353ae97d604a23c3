using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>What is asked of the records before an application is taken.</summary>
internal sealed record Applicant(Campaign Campaign, Guid? ProgrammeId, ApplicantFacts Facts);

/// <summary>
/// Asks the records about the person for whom an organisation applies: one query, two where an audience is named.
/// </summary>
internal sealed class Applicants(ILearningStore store, ITerritoryStore territory, ITrainingHistory history)
{
    /// <returns>Null: no such campaign.</returns>
    public async Task<Applicant?> AskAsync(SubmitApplication request, DateOnly day, CancellationToken cancellationToken)
    {
        var term = await history.FreshAsync(day, cancellationToken);
        var fresh = term?.From ?? DateOnly.MaxValue;
        var (employee, course) = (request.EmployeeId, request.CourseId);

        // What a person has studied or attends stays with him, whoever sent him: no filter by organisations. Nothing of
        // it is shown but a day and the number of a course.
        var found = await (
            from campaign in store.Campaigns
            where campaign.Id == request.CampaignId
            let wanted = store.Set<Course>().FirstOrDefault(one => one.Id == course)
            let programme = store
                .Set<Programme>()
                .FirstOrDefault(one => one.Id == (course != null ? wanted!.ProgrammeId : request.ProgrammeId))
            select new
            {
                campaign,
                ProgrammeId = (Guid?)programme!.Id,
                programme.Audience,
                Applied = store
                    .Set<TrainingApplication>()
                    .Any(application =>
                        application.CampaignId == campaign.Id
                        && application.EmployeeId == employee
                        && application.ProgrammeId == programme.Id
                        && application.State != ApplicationState.Refused
                        && application.State != ApplicationState.Withdrawn
                    ),
                Recorded = history
                    .Recorded.Where(record =>
                        record.EmployeeId == employee
                        && record.TitleKey == programme.TitleKey
                        && record.CompletedOn >= fresh
                    )
                    .Max(record => (DateOnly?)record.CompletedOn),
                Completed = (
                    from enrolment in store.Set<Enrolment>()
                    join past in store.Set<Course>() on enrolment.CourseId equals past.Id
                    where
                        enrolment.EmployeeId == employee
                        && enrolment.State == EnrolmentState.Completed
                        && past.ProgrammeId == programme.Id
                        && past.EndsOn >= fresh
                    select (DateOnly?)past.EndsOn
                ).Max(),
                OnCourse = (
                    from enrolment in store.Set<Enrolment>()
                    join present in store.Set<Course>() on enrolment.CourseId equals present.Id
                    where
                        enrolment.EmployeeId == employee
                        && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Waiting)
                        && present.ProgrammeId == programme.Id
                    orderby present.Number
                    select (int?)present.Number
                ).FirstOrDefault(),
                Overlapping = (
                    from enrolment in store.Set<Enrolment>()
                    join other in store.Set<Course>() on enrolment.CourseId equals other.Id
                    where
                        course != null
                        && enrolment.EmployeeId == employee
                        && enrolment.State == EnrolmentState.Enrolled
                        && other.Id != course
                        && other.StartsOn <= wanted!.EndsOn
                        && other.EndsOn >= wanted.StartsOn
                    orderby other.Number
                    select (int?)other.Number
                ).FirstOrDefault(),
            }
        )
            .IgnoreQueryFilters([QueryFilters.Organisations])
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new Applicant(
                found.campaign,
                found.ProgrammeId,
                new ApplicantFacts
                {
                    CourseProgrammeId = course is null ? null : found.ProgrammeId,
                    AlreadyApplied = found.Applied,
                    Audience = found.Audience,
                    Posts = found.Audience is { IsNamed: true }
                        ? await PostsAsync(employee, day, cancellationToken)
                        : [],
                    TrainedOn = Later(found.Recorded, found.Completed),
                    TrainedRule = term?.Rule,
                    OnCourse = found.OnCourse,
                    OverlappingCourse = found.Overlapping,
                }
            );
    }

    /// <summary>
    /// Every position of the person on the day, wherever it is: the answer is only whether one of them belongs to the
    /// audience.
    /// </summary>
    private Task<List<ApplicantPost>> PostsAsync(Guid employee, DateOnly day, CancellationToken cancellationToken) =>
        (
            from place in territory.Employments
            join position in territory.Positions on place.PositionId equals position.Id
            where place.EmployeeId == employee && place.From <= day && (place.To == null || place.To >= day)
            select new ApplicantPost(position.Id, position.Category)
        ).ToListAsync(cancellationToken);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
