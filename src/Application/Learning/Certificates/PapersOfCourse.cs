using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Certificates;

/// <summary>Reads what is on file of the way to the documents of a course.</summary>
internal sealed class PapersReader(ICourseJournal journal, ILearningOrders orders, INorms norms)
{
    public async Task<PapersOfCourse> OfCourseAsync(
        Guid courseId,
        DateOnly issuedOn,
        CancellationToken cancellationToken
    ) =>
        new(
            issuedOn,
            await journal.ProtocolAsync(courseId, cancellationToken),
            await orders.OrderedAsync(courseId, cancellationToken),
            await norms.GetAsync(cancellationToken)
        );
}

/// <summary>What is on file of the way to the documents of a course.</summary>
internal sealed record PapersOfCourse(
    DateOnly IssuedOn,
    CourseProtocol? Protocol,
    IReadOnlyDictionary<(Guid EnrolmentId, int Arrival), DateOnly> Ordered,
    NormSet Norms
)
{
    public LearningPapers Of(Enrolment enrolment) =>
        LearningPapers.On(
            IssuedOn,
            Protocol?.Results.GetValueOrDefault(enrolment.Id, FinalResult.Absent) == FinalResult.Passed
                ? Protocol.Date
                : null,
            Ordered.TryGetValue((enrolment.Id, enrolment.Arrival), out var orderedOn) ? orderedOn : null,
            Norms
        );
}
