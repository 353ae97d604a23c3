using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Records that the school began to carry out its measures.</summary>
[Permission(ParticipationPermissions.Start)]
public sealed record StartParticipation(Guid SupportProgrammeId, Guid Id, int Version, ParticipationStartBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class StartParticipationValidator : AbstractValidator<StartParticipation>
{
    public StartParticipationValidator() => RuleFor(command => command.Body.On).ReasonableDay();
}

internal sealed class StartParticipationHandler(IImprovementStore store, IReads reads, IClock clock)
    : ICommandHandler<StartParticipation, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(
        StartParticipation request,
        CancellationToken cancellationToken
    )
    {
        if (!Participation.DayOf(request.Body.On, clock.Today).Succeeded(out var on, out var future))
        {
            return future;
        }

        var participation = await store.Participations.FindParticipationAsync(
            request.SupportProgrammeId,
            request.Id,
            cancellationToken
        );
        if (participation is null)
        {
            return ParticipationErrors.NotFound;
        }

        return participation.CheckVersion(request.Version)
            ?? participation.Start(on).Error
            ?? reads.Answer<Participation, ParticipationDetails>(participation);
    }
}
