using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Records the protocol of the final assessment of a course; a later one replaces it whole.</summary>
[Permission(JournalPermissions.Write)]
public sealed record RecordFinalAssessment(Guid CourseId, FinalAssessmentBody Body)
    : ICommand<Upserted<FinalAssessmentDetails>>;

internal sealed class RecordFinalAssessmentValidator : AbstractValidator<RecordFinalAssessment>
{
    public RecordFinalAssessmentValidator()
    {
        RuleFor(command => command.Body.ProtocolNumber).NotEmpty().ShortText(FinalAssessment.ProtocolNumberMaxLength);
        RuleFor(command => command.Body.ProtocolDate).ReasonableDay();
        RuleFor(command => command.Body.Results).NotEmpty().MostItems(Course.MostCapacity);
        RuleForEach(command => command.Body.Results).NotNull();
    }
}

internal sealed class RecordFinalAssessmentHandler(ITeachingStore store, IReads reads, IClock clock)
    : ICommandHandler<RecordFinalAssessment, Upserted<FinalAssessmentDetails>>
{
    public async Task<Answer<Upserted<FinalAssessmentDetails>>> Handle(
        RecordFinalAssessment request,
        CancellationToken cancellationToken
    )
    {
        if (await store.HoldCourseAsync(request.CourseId, cancellationToken) is not { } course)
        {
            return CourseErrors.NotFound;
        }

        // The protocol is whole: results of every organisation are replaced by it.
        var known = await store
            .FinalAssessments.IgnoreQueryFilters([QueryFilters.Organisations])
            .Include(assessment => assessment.Results)
            .SingleOrDefaultAsync(assessment => assessment.CourseId == course.Id, cancellationToken);
        var assessment = known ?? FinalAssessment.Of(course);
        var protocol = new FinalProtocol(
            request.Body.ProtocolNumber,
            request.Body.ProtocolDate,
            [.. request.Body.Results.Select(one => new FinalResultLine(one.EnrolmentId, one.Result))]
        );
        var referred = await ReferredAsync(course.Id, cancellationToken);
        List<SeatHolder> learners =
        [
            .. (await store.OfCourseAsync(course.Id, cancellationToken)).Select(learner =>
                learner with
                {
                    HasReference = referred.Contains(learner.EnrolmentId),
                }
            ),
        ];
        var inEffect = await IsInEffectAsync(course.Id, cancellationToken);
        if (assessment.Record(course, protocol, learners, clock.Today, inEffect).Error is { } error)
        {
            return error;
        }

        if (known is null)
        {
            store.FinalAssessments.Add(assessment);
        }

        return reads.AnswerUpsert<FinalAssessment, FinalAssessmentDetails>(assessment, known is null);
    }

    /// <summary>Enrolments of the learners who hold a valid reference of this course.</summary>
    private Task<List<Guid>> ReferredAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .Certificates.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(certificate =>
                certificate.CourseId == courseId
                && certificate.State == CertificateState.Valid
                && certificate.Kind == CertificateKind.StudyReference
            )
            .Select(certificate => certificate.EnrolmentId)
            .ToListAsync(cancellationToken);

    /// <summary>Whether a signed completion order or a valid document rests on the results. One SQL command.</summary>
    private Task<bool> IsInEffectAsync(Guid courseId, CancellationToken cancellationToken)
    {
        var certificates = store.Certificates.Where(certificate =>
            certificate.CourseId == courseId
            && certificate.State == CertificateState.Valid
            // A learner who left in the middle keeps the reference whatever the others achieve.
            && certificate.Kind != CertificateKind.StudyReference
        );
        return store
            .Courses.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(course => course.Id == courseId)
            .Select(course =>
                store
                    .Set<Order>()
                    .Any(order =>
                        order.CourseId == courseId
                        && order.Kind == OrderKind.Completion
                        && order.State == OrderState.Signed
                    ) || certificates.Any()
            )
            .SingleAsync(cancellationToken);
    }
}
