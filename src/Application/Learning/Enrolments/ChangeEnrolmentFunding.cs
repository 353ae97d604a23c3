using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Says who pays for a learner: one who pays himself in a group of the state assignment.</summary>
[Permission(EnrolmentPermissions.Fund)]
public sealed record ChangeEnrolmentFunding(Guid CourseId, Guid Id, int Version, EnrolmentFundingBody Body)
    : ICommand<EnrolmentDetails>;

internal sealed class ChangeEnrolmentFundingValidator : AbstractValidator<ChangeEnrolmentFunding>
{
    public ChangeEnrolmentFundingValidator() =>
        RuleFor(command => command.Body.Funding!.Reference)
            .ShortText(FundingBlock.ReferenceMaxLength)
            .When(command => command.Body.Funding is not null);
}

internal sealed class ChangeEnrolmentFundingHandler(ILearningStore store, IDeliveredDocuments delivered, IReads reads)
    : ICommandHandler<ChangeEnrolmentFunding, EnrolmentDetails>
{
    public async Task<Answer<EnrolmentDetails>> Handle(
        ChangeEnrolmentFunding request,
        CancellationToken cancellationToken
    )
    {
        var enrolment = await store.Enrolments.SingleOrDefaultAsync(
            enrolment => enrolment.Id == request.Id && enrolment.CourseId == request.CourseId,
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

        var isDelivered = await delivered.HasAsync(enrolment.Id, cancellationToken);
        var funded = enrolment.Fund(request.Body.Funding?.ToBlock(), isDelivered);
        return funded.Refused
            ? funded.Error
            : reads.Answer<Enrolment, EnrolmentDetails>(enrolment).Warn(funded.Warnings.AsSpan());
    }
}
