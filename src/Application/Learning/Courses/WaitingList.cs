using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Gives seats that fell free to those who wait, in order of arrival.</summary>
internal sealed class WaitingList(ILearningStore store, IClock clock)
{
    /// <param name="course">A course whose row the caller holds.</param>
    /// <param name="leaving">Someone who leaves the waiting list in this very change.</param>
    public async Task PromoteAsync(Course course, Guid? leaving, CancellationToken cancellationToken)
    {
        var free = Math.Min(course.SeatsFree, course.Waiting);
        if (
            free == 0
            || clock.Today > course.EndsOn
            || course.Status is not (CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed)
        )
        {
            return;
        }

        // The order of arrival knows no organisations: whoever frees the seat, the first of all gets it.
        var next = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment =>
                enrolment.CourseId == course.Id && enrolment.State == EnrolmentState.Waiting && enrolment.Id != leaving
            )
            .OrderBy(enrolment => enrolment.Arrival)
            .Take(free)
            .ToListAsync(cancellationToken);
        course.Promote(next, clock.Today);
    }
}
