using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>Changes a need that is neither satisfied nor declined.</summary>
[Permission(TrainingNeedPermissions.State)]
public sealed record UpdateTrainingNeed(Guid Id, int Version, TrainingNeedBody Body) : ICommand<TrainingNeedDetails>;

internal sealed class UpdateTrainingNeedValidator : AbstractValidator<UpdateTrainingNeed>
{
    public UpdateTrainingNeedValidator()
    {
        RuleFor(command => command.Body.People).InclusiveBetween(1, TrainingNeed.MostPeople);
        RuleFor(command => command.Body.Comment).ShortText(TrainingNeed.CommentMaxLength);
    }
}

internal sealed class UpdateTrainingNeedHandler(ITrainingStore store, IReads reads)
    : ICommandHandler<UpdateTrainingNeed, TrainingNeedDetails>
{
    public async Task<Answer<TrainingNeedDetails>> Handle(
        UpdateTrainingNeed request,
        CancellationToken cancellationToken
    )
    {
        var need = await store.TrainingNeeds.SingleOrDefaultAsync(need => need.Id == request.Id, cancellationToken);
        if (need is null)
        {
            return TrainingNeedErrors.NotFound;
        }

        var body = request.Body;
        return need.CheckVersion(request.Version)
            ?? need.Change(body.People, body.Source, body.Comment).Error
            ?? reads.Answer<TrainingNeed, TrainingNeedDetails>(need);
    }
}
