using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Lessons;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Journal;

/// <summary>Who has or had a seat on a course.</summary>
internal static class SeatHolders
{
    /// <summary>Of all organisations: a sheet or protocol names everyone, whoever writes it.</summary>
    public static Task<List<SeatHolder>> OfCourseAsync(
        this ILearningStore store,
        Guid courseId,
        CancellationToken cancellationToken
    ) =>
        store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(enrolment => enrolment.CourseId == courseId && enrolment.EnrolledOn != null)
            .Where(enrolment =>
                enrolment.State == EnrolmentState.Enrolled
                || enrolment.State == EnrolmentState.Completed
                || enrolment.State == EnrolmentState.Withdrawn
            )
            .Select(enrolment => new SeatHolder(
                enrolment.Id,
                enrolment.EmployeeId,
                enrolment.OrganisationId,
                enrolment.EnrolledOn!.Value,
                enrolment.WithdrawnOn
            ))
            .ToListAsync(cancellationToken);
}
