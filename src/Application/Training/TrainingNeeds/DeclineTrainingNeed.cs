using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>Declines an open need, with the reason that the school reads.</summary>
[Permission(TrainingNeedPermissions.Decide)]
public sealed record DeclineTrainingNeed(Guid Id, int Version, ReasonBody Body) : ICommand<TrainingNeedDetails>;

internal sealed class DeclineTrainingNeedValidator : AbstractValidator<DeclineTrainingNeed>
{
    public DeclineTrainingNeedValidator()
    {
        RuleFor(command => command.Body.Reason).NotEmpty().MinimumLength(5).ShortText(TrainingNeed.CommentMaxLength);
    }
}

internal sealed class DeclineTrainingNeedHandler(ITrainingStore store, IReads reads)
    : ICommandHandler<DeclineTrainingNeed, TrainingNeedDetails>
{
    public async Task<Answer<TrainingNeedDetails>> Handle(
        DeclineTrainingNeed request,
        CancellationToken cancellationToken
    )
    {
        var need = await store.TrainingNeeds.SingleOrDefaultAsync(need => need.Id == request.Id, cancellationToken);
        if (need is null)
        {
            return TrainingNeedErrors.NotFound;
        }

        return need.CheckVersion(request.Version)
            ?? need.Decline(request.Body.Reason).Error
            ?? reads.Answer<TrainingNeed, TrainingNeedDetails>(need);
    }
}
