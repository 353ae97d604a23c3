using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>
/// Changes the card of a programme. Courses already registered keep the title, hours and edition they began with; what an
/// approved programme taught stays readable as an edition.
/// </summary>
[Permission(ProgrammePermissions.Write)]
public sealed record UpdateProgramme(Guid Id, int Version, ProgrammeBody Body) : ICommand<ProgrammeDetails>;

internal sealed class UpdateProgrammeValidator : AbstractValidator<UpdateProgramme>
{
    public UpdateProgrammeValidator() => RuleFor(command => command.Body).SetValidator(new ProgrammeBodyValidator());
}

internal sealed class UpdateProgrammeHandler(
    ILearningStore store,
    ITerritoryStore territory,
    INorms norms,
    IProgrammePrecheck precheck,
    TopicReader topics,
    IReads reads,
    IClock clock
) : ICommandHandler<UpdateProgramme, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(UpdateProgramme request, CancellationToken cancellationToken)
    {
        var programme = await store.Programmes.SingleOrDefaultAsync(
            programme => programme.Id == request.Id,
            cancellationToken
        );
        if (programme is null)
        {
            return ProgrammeErrors.NotFound;
        }

        if (
            (
                programme.CheckVersion(request.Version)
                ?? await territory.RefuseAudienceAsync(request.Body.Audience, cancellationToken)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        var borne = programme.Topics ?? [];
        if (
            !(await topics.ChooseAsync(request.Body.Topics, borne, cancellationToken)).Succeeded(
                out var chosen,
                out var archived
            )
        )
        {
            return archived;
        }

        var (card, title) = (request.Body.ToCard() with { Topics = chosen.Names }, programme.TitleKey);
        if (programme.UpdateCard(card, await norms.GetAsync(cancellationToken), clock.Today).Error is { } error)
        {
            return error;
        }

        return reads
            .Answer<Programme, ProgrammeDetails>(programme)
            .Warn([.. precheck.Of(programme), .. TopicReader.WarningsOf(chosen)])
            .WarnOfNamesake(programme.TitleKey == title ? null : await NamesakeAsync(programme, cancellationToken));
    }

    private async Task<KnownName?> NamesakeAsync(Programme programme, CancellationToken cancellationToken)
    {
        var (_, namesake) = await store
            .KnownNames()
            .FindKnownAsync(programme.Id, null, programme.Title, cancellationToken);
        return namesake;
    }
}
