using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Transfers a learner to another group. His seat goes to the first who waits.</summary>
[Permission(EnrolmentPermissions.Transfer)]
public sealed record TransferEnrolment(Guid CourseId, Guid Id, int Version, EnrolmentTransferBody Body)
    : ICommand<EnrolmentDetails>;

internal sealed class TransferEnrolmentValidator : AbstractValidator<TransferEnrolment>
{
    public TransferEnrolmentValidator() =>
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(Course.ReasonMaxLength);
}

internal sealed class TransferEnrolmentHandler(
    ILearningStore store,
    ICourseJournal journal,
    ISeatQueue queue,
    IReads reads,
    IClock clock
) : ICommandHandler<TransferEnrolment, EnrolmentDetails>
{
    public async Task<Answer<EnrolmentDetails>> Handle(TransferEnrolment request, CancellationToken cancellationToken)
    {
        Guid[] ids = [request.CourseId, request.Body.CourseId ?? request.CourseId];
        var held = await store.HoldAllAsync([.. ids.Distinct()], cancellationToken);
        var courses = held.ToDictionary(course => course.Id);

        if (!courses.TryGetValue(ids[0], out var from))
        {
            return CourseErrors.NotFound;
        }

        var enrolment = await store.Enrolments.SingleOrDefaultAsync(
            enrolment => enrolment.Id == request.Id && enrolment.CourseId == from.Id,
            cancellationToken
        );
        if (enrolment is null)
        {
            return EnrolmentErrors.NotFound;
        }

        if (enrolment.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        if (!courses.TryGetValue(ids[1], out var to))
        {
            return CourseErrors.Unknown;
        }

        return from.Id == to.Id
            ? CourseTransfer.ToGroup(from, enrolment, request.Body.HalfYear, request.Body.Reason).Error
                ?? reads.Answer<Enrolment, EnrolmentDetails>(enrolment)
            : await MoveAsync(request.Body, from, to, enrolment, cancellationToken);
    }

    private async Task<Answer<EnrolmentDetails>> MoveAsync(
        EnrolmentTransferBody body,
        Course from,
        Course to,
        Enrolment enrolment,
        CancellationToken cancellationToken
    )
    {
        var previous = await store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .SingleOrDefaultAsync(
                other => other.CourseId == to.Id && other.EmployeeId == enrolment.EmployeeId,
                cancellationToken
            );
        var facts = new TransferFacts
        {
            Previous = previous,
            ByApplication = await queue.StemsFromApplicationAsync(enrolment.Id, cancellationToken),
            TeachesCourse = await journal.TeachAsync([enrolment.EmployeeId], to.Id, cancellationToken),
        };
        var moved = CourseTransfer.ToCourse(from, to, enrolment, body.HalfYear, facts, body.Reason, clock.Today);
        if (!moved.Succeeded(out var present, out var error))
        {
            return error;
        }

        if (previous is null)
        {
            store.Enrolments.Add(present);
        }

        await queue.PromoteAsync([from], enrolment.Id, cancellationToken);
        return reads.Answer<Enrolment, EnrolmentDetails>(present);
    }
}
