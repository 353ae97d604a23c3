using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>
/// Those who wait for seats and for quotas. Courses, enrolments and quotas ask; applications, which know all of them,
/// answer.
/// </summary>
/// <remarks>
/// Courses are held all at once, in one order, and before any quota: two requests must not wait for each other.
/// </remarks>
public interface ISeatQueue
{
    /// <summary>
    /// Holds a course that is to be cancelled, and those on which others wait for the quotas that it frees.
    /// </summary>
    Task<IReadOnlyList<Course>> HoldForCancellationAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>
    /// Holds the course of an enrolment that is to end, and those on which others wait for its quota.
    /// </summary>
    Task<IReadOnlyList<Course>> HoldForWithdrawalAsync(
        Guid courseId,
        Guid enrolmentId,
        CancellationToken cancellationToken
    );

    /// <summary>Holds the courses on which someone waits for a quota.</summary>
    Task<IReadOnlyList<Course>> HoldForQuotaAsync(Guid quotaId, CancellationToken cancellationToken);

    /// <summary>Whether a seat stems from an application that was approved.</summary>
    Task<bool> StemsFromApplicationAsync(Guid enrolmentId, CancellationToken cancellationToken);

    /// <summary>Leaving a course withdraws the application through which the learner came.</summary>
    Task WithdrawApplicationAsync(Guid enrolmentId, string? reason, CancellationToken cancellationToken);

    /// <summary>Members of the largest team that waits for seats of a course, of whatever organisation; 0: none does.</summary>
    Task<int> LargestTeamAsync(Guid courseId, CancellationToken cancellationToken);

    /// <summary>Gives seats that fell free to those who wait, in order of arrival.</summary>
    /// <param name="courses">Courses whose rows the caller holds.</param>
    /// <param name="leaving">Someone who leaves a waiting list in this very change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task PromoteAsync(IEnumerable<Course> courses, Guid? leaving, CancellationToken cancellationToken);
}
