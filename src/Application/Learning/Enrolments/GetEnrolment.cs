using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>One enrolment of a course.</summary>
[Permission(EnrolmentPermissions.Read)]
public sealed record GetEnrolment(Guid CourseId, Guid Id) : IQuery<EnrolmentDetails>;

internal sealed class GetEnrolmentHandler(IReads reads) : IQueryHandler<GetEnrolment, EnrolmentDetails>
{
    public async Task<Result<EnrolmentDetails>> Handle(GetEnrolment request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Enrolment, EnrolmentDetails>(request.Id, cancellationToken) is { } enrolment
        && enrolment.CourseId == request.CourseId
            ? enrolment
            : EnrolmentErrors.NotFound;
}
