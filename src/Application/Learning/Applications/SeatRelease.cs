using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>An application and, where it is on a course, that course with its row held, and the seat.</summary>
/// <param name="Application">The application.</param>
/// <param name="Course">Its course.</param>
/// <param name="Enrolment">Its seat, or its place on the waiting list.</param>
/// <param name="Held">All courses that are held: its own, and those on which others wait for its quota.</param>
internal sealed record HeldApplication(
    TrainingApplication Application,
    Course? Course,
    Enrolment? Enrolment,
    IReadOnlyList<Course> Held
);

/// <summary>Takes people of applications off their courses.</summary>
internal sealed class SeatRelease(ILearningStore store, WaitingList waitingList, IClock clock)
{
    /// <param name="id">The application.</param>
    /// <param name="next">A further course to hold: the one to which the employee moves.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null: the caller has no such application.</returns>
    public async Task<HeldApplication?> HoldAsync(Guid id, Guid? next, CancellationToken cancellationToken)
    {
        var found = await store
            .Applications.Where(application => application.Id == id)
            .Select(application => new { application.CourseId })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var courses = await waitingList.HoldAsync(
            [.. new[] { found.CourseId, next }.OfType<Guid>().Distinct()],
            store.Applications.Where(application => application.Id == id),
            cancellationToken
        );
        var application = await store.Applications.SingleAsync(application => application.Id == id, cancellationToken);
        var enrolment = application.EnrolmentId is { } enrolmentId
            ? await store.Enrolments.SingleOrDefaultAsync(enrolment => enrolment.Id == enrolmentId, cancellationToken)
            : null;
        return new HeldApplication(
            application,
            courses.FirstOrDefault(course => course.Id == found.CourseId),
            enrolment,
            courses
        );
    }

    /// <summary>Frees the seat, or the place on the waiting list.</summary>
    public Result<Nothing> Leave(HeldApplication held, string? reason, Guid? next = null) =>
        held.Application.Leave(held.Course, held.Enrolment, reason, next, clock.Today);

    /// <summary>Gives the seat and the quota to the next, once both are free; the quota may be waited for on another course.</summary>
    public Task PromoteAsync(HeldApplication held, CancellationToken cancellationToken) =>
        waitingList.PromoteAsync(held.Held, held.Enrolment?.Id, cancellationToken);
}
