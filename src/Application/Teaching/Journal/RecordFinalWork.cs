using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Records the final work of a learner: topic, assignment of the employer, result (POL-25).</summary>
[Permission(JournalPermissions.Write)]
public sealed record RecordFinalWork(Guid CourseId, Guid EnrolmentId, FinalWorkBody Body)
    : ICommand<Upserted<FinalWorkDetails>>;

internal sealed class RecordFinalWorkValidator : AbstractValidator<RecordFinalWork>
{
    public RecordFinalWorkValidator()
    {
        RuleFor(command => command.Body.Topic).NotEmpty().ShortText(FinalWork.TopicMaxLength);
        RuleFor(command => command.Body.Assignment).MaximumLength(FinalWork.AssignmentMaxLength);
        RuleFor(command => command.Body.AssignedBy).ShortText(FinalWork.AssignedByMaxLength);
        RuleFor(command => command.Body.DefendedOn).ReasonableDay();
    }
}

internal sealed class RecordFinalWorkHandler(ITeachingStore store, IUnitOfWork work, IReads reads, IClock clock)
    : ICommandHandler<RecordFinalWork, Upserted<FinalWorkDetails>>
{
    public async Task<Answer<Upserted<FinalWorkDetails>>> Handle(
        RecordFinalWork request,
        CancellationToken cancellationToken
    )
    {
        await work.HoldAsync(cancellationToken);
        var found = await (
            from one in store.Enrolments.AsNoTracking()
            join course in store.Courses on one.CourseId equals course.Id
            where one.Id == request.EnrolmentId && one.CourseId == request.CourseId
            select new { Enrolment = one, course.StartsOn }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is not { Enrolment: var enrolment, StartsOn: var start })
        {
            return EnrolmentErrors.NotFound;
        }

        var known = await store.FinalWorks.SingleOrDefaultAsync(
            work => work.EnrolmentId == enrolment.Id,
            cancellationToken
        );
        if (known is not null)
        {
            return known.Change(request.Body.ToCard(), start, clock.Today).Error
                ?? reads.AnswerUpsert<FinalWork, FinalWorkDetails>(known, created: false);
        }

        var recorded = FinalWork.Record(enrolment, request.Body.ToCard(), start, clock.Today);
        if (!recorded.Succeeded(out var made, out var error))
        {
            return error;
        }

        store.FinalWorks.Add(made);
        return reads.AnswerUpsert<FinalWork, FinalWorkDetails>(made, created: true);
    }
}
