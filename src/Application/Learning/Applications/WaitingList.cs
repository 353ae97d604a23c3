using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Gives seats that fell free to those who wait, in order of arrival.</summary>
/// <remarks>
/// A learner whose organisation has used up its quota is passed over and keeps the place in the line.
/// </remarks>
internal sealed class WaitingList(ILearningStore store, QuotaRegister quotas, IClock clock) : ISeatQueue
{
    /// <summary>So many are looked at in one query; nearly always the first of them get the seats.</summary>
    private const int Most = 200;

    public Task<IReadOnlyList<Course>> HoldForCancellationAsync(Guid courseId, CancellationToken cancellationToken) =>
        HoldAsync(
            [courseId],
            store.Applications.Where(application => application.CourseId == courseId),
            cancellationToken
        );

    public Task<IReadOnlyList<Course>> HoldForWithdrawalAsync(
        Guid courseId,
        Guid enrolmentId,
        CancellationToken cancellationToken
    ) =>
        HoldAsync(
            [courseId],
            store.Applications.Where(application => application.EnrolmentId == enrolmentId),
            cancellationToken
        );

    public Task<int> LargestTeamAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(one => one.CourseId == courseId && one.TeamId != null && one.State == EnrolmentState.Waiting)
            .GroupBy(one => one.TeamId)
            .Select(team => team.Count())
            .OrderByDescending(members => members)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Course>> HoldForQuotaAsync(Guid quotaId, CancellationToken cancellationToken)
    {
        var quotas = store.Quotas.Where(quota => quota.Id == quotaId);
        var waitedFor = await store
            .Applications.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(application =>
                application.State == ApplicationState.Waiting
                && quotas.Any(quota =>
                    quota.CampaignId == application.CampaignId
                    && quota.OrganisationId == application.OrganisationId
                    && (quota.TargetId == application.CourseId || quota.TargetId == application.ProgrammeId)
                )
            )
            .Select(application => application.CourseId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        return await store.HoldAllAsync(waitedFor, cancellationToken);
    }

    public Task<bool> StemsFromApplicationAsync(Guid enrolmentId, CancellationToken cancellationToken) =>
        store
            .Applications.IgnoreQueryFilters([QueryFilters.Organisations])
            .AnyAsync(
                application => application.EnrolmentId == enrolmentId && application.State == ApplicationState.Approved,
                cancellationToken
            );

    public Task WithdrawApplicationAsync(Guid enrolmentId, string? reason, CancellationToken cancellationToken) =>
        quotas.WithdrawAsync(enrolmentId, reason, cancellationToken);

    /// <summary>Holds courses, and with them those on which others wait for the quotas that leavers free.</summary>
    /// <remarks>All in one order, and before any quota: two requests must not wait for each other.</remarks>
    /// <param name="courses">Courses that the caller is about to change.</param>
    /// <param name="leaving">The applications that are about to give back what they have of a quota.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>In order of their ids; those that do not exist are missing.</returns>
    public async Task<IReadOnlyList<Course>> HoldAsync(
        IReadOnlyCollection<Guid> courses,
        IQueryable<TrainingApplication> leaving,
        CancellationToken cancellationToken
    )
    {
        var heirs = await (
            from left in leaving.IgnoreQueryFilters([QueryFilters.Organisations])
            join quota in store.Quotas on left.QuotaId equals (Guid?)quota.Id
            join waiting in store.Applications
                on new { quota.CampaignId, quota.OrganisationId } equals new
                {
                    waiting.CampaignId,
                    waiting.OrganisationId,
                }
            where
                left.State == ApplicationState.Approved
                && waiting.State == ApplicationState.Waiting
                && (quota.TargetId == waiting.CourseId || quota.TargetId == waiting.ProgrammeId)
            select waiting.CourseId!.Value
        )
            .Distinct()
            .ToListAsync(cancellationToken);
        return await store.HoldAllAsync([.. courses.Union(heirs)], cancellationToken);
    }

    /// <remarks>
    /// The quotas of all of them are held at once: the database orders them, so no two changes wait for each other.
    /// </remarks>
    /// <param name="courses">Courses whose rows the caller holds.</param>
    /// <param name="leaving">Someone who leaves a waiting list in this very change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task PromoteAsync(IEnumerable<Course> courses, Guid? leaving, CancellationToken cancellationToken)
    {
        List<Portion> portions = [];
        foreach (var course in courses.Where(MovesUp))
        {
            portions.Add(await ReadAsync(course, leaving, behind: 0, cancellationToken));
        }

        while (portions is not [])
        {
            await quotas.HoldLeftAsync(portions.SelectMany(portion => portion.Quotas), cancellationToken);
            List<Portion> next = [];
            foreach (var portion in portions)
            {
                if (Promote(portion) && portion.Behind is { } behind && MovesUp(portion.Course))
                {
                    next.Add(await ReadAsync(portion.Course, leaving, behind, cancellationToken));
                }
            }

            portions = next;
        }
    }

    private bool MovesUp(Course course) =>
        clock.Today <= course.EndsOn
        && course.Status is CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed
        && Math.Min(course.SeatsFree, course.Waiting) > 0;

    /// <returns>False: a team waits for more seats than are free, and nobody behind it may pass.</returns>
    private bool Promote(Portion portion)
    {
        var course = portion.Course;
        foreach (var (enrolment, application) in portion.Waiting.TakeWhile(_ => course.SeatsFree > 0))
        {
            if (application is null)
            {
                course.Promote(portion.Together(enrolment), clock.Today);
                if (enrolment.State == EnrolmentState.Waiting)
                {
                    return false;
                }

                continue;
            }

            var found = portion.Read.Of(application);
            var quota = found is null ? null : quotas.Held(found);
            if (quota is { HasLeft: true } || (found is null && portion.Read.MayBeWithout(application)))
            {
                course.Promote([enrolment], clock.Today);
                application.Promote(quota, clock.Today);
            }
        }

        return true;
    }

    private async Task<Portion> ReadAsync(Course course, Guid? leaving, int behind, CancellationToken cancellationToken)
    {
        // The order of arrival knows no organisations: whoever frees the seat, the first of all gets it.
        var waiting = await (
            from enrolment in store.Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            join found in store.Applications.Where(application => application.State == ApplicationState.Waiting)
                on enrolment.Id equals found.EnrolmentId
                into applications
            from application in applications.DefaultIfEmpty()
            where
                enrolment.CourseId == course.Id
                && enrolment.State == EnrolmentState.Waiting
                && enrolment.Id != leaving
                && enrolment.Arrival > behind
            orderby enrolment.Arrival
            select new { enrolment, application }
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
        int? last = waiting.Count == Most ? waiting[^1].enrolment.Arrival : null;
        var applied = waiting.Select(row => row.application).OfType<TrainingApplication>().ToList();
        return new Portion(
            course,
            [.. waiting.Select(row => (row.enrolment, (TrainingApplication?)row.application))],
            await quotas.ReadAsync(course, applied, cancellationToken)
        )
        {
            Behind = last,
            TeamRest = last is null
                ? []
                : await TeamRestAsync(waiting.Select(row => row.enrolment), leaving, last.Value),
        };

        // A team that the portion cuts in two is promoted together all the same.
        async Task<IReadOnlyList<Enrolment>> TeamRestAsync(IEnumerable<Enrolment> read, Guid? without, int from)
        {
            var teams = read.Select(enrolment => enrolment.TeamId).OfType<Guid>().Distinct().ToList();
            return teams is []
                ? []
                : await store
                    .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
                    .Where(enrolment =>
                        enrolment.CourseId == course.Id
                        && enrolment.State == EnrolmentState.Waiting
                        && enrolment.Id != without
                        && enrolment.Arrival > from
                        && teams.Contains(enrolment.TeamId!.Value)
                    )
                    .OrderBy(enrolment => enrolment.Arrival)
                    .ToListAsync(cancellationToken);
        }
    }

    /// <summary>Some of those who wait for a course, in order of arrival, and their quotas as read.</summary>
    private sealed record Portion(
        Course Course,
        IReadOnlyList<(Enrolment Enrolment, TrainingApplication? Application)> Waiting,
        WaitingQuotas Read
    )
    {
        /// <summary>Arrival behind which others wait who were not read; null: there are none.</summary>
        public int? Behind { get; init; }

        /// <summary>Members of its teams who arrived behind it.</summary>
        public IReadOnlyList<Enrolment> TeamRest { get; init; } = [];

        /// <summary>Who is promoted together with somebody: his team, or he alone.</summary>
        public IReadOnlyList<Enrolment> Together(Enrolment enrolment) =>
            enrolment.TeamId is not { } team
                ? [enrolment]
                : [.. Waiting.Select(one => one.Enrolment).Concat(TeamRest).Where(one => one.TeamId == team)];

        public IEnumerable<Quota> Quotas =>
            Waiting.Select(one => one.Application is null ? null : Read.Of(one.Application)).OfType<Quota>();
    }
}
