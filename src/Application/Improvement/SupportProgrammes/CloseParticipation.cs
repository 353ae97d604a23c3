using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Records the decision on the outcome and ends the participation (RISK-12).</summary>
[Permission(ParticipationPermissions.Close)]
public sealed record CloseParticipation(Guid SupportProgrammeId, Guid Id, int Version, ParticipationClosureBody Body)
    : ICommand<ParticipationDetails>;

internal sealed class CloseParticipationValidator : AbstractValidator<CloseParticipation>
{
    public CloseParticipationValidator()
    {
        RuleFor(command => command.Body.On).ReasonableDay();
        RuleFor(command => command.Body.Documents).MostItems(Participation.MostDocuments);
        RuleFor(command => command.Body.Comment).MaximumLength(Participation.ClosingCommentMaxLength);
    }
}

internal sealed class CloseParticipationHandler(IImprovementStore store, IReads reads, IClock clock)
    : ICommandHandler<CloseParticipation, ParticipationDetails>
{
    public async Task<Answer<ParticipationDetails>> Handle(
        CloseParticipation request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Body;
        if (!Participation.DayOf(body.On, clock.Today).Succeeded(out var on, out var future))
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

        if (participation.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        var closed = participation.Close(body.Outcome, on, body.Comment, body.ToPapers());
        return closed.Refused
            ? closed.Error
            : reads.Answer<Participation, ParticipationDetails>(participation).Warn(closed.Warnings.AsSpan());
    }
}
