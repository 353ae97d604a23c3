using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Registers a programme of additional professional education.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record RegisterProgramme : ProgrammeBody, ICommand<ProgrammeDetails>
{
    /// <summary>Unique within the centre; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Never changes: it decides which certificate a learner gets.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>
    /// Begins as a draft that has to pass the internal expertise; so does every programme where the centre requires it
    /// (norm <c>programme.expertise-required</c>).
    /// </summary>
    public bool Draft { get; init; }
}

internal sealed class ProgrammeBodyValidator : AbstractValidator<ProgrammeBody>
{
    public ProgrammeBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().ShortText(Programme.TitleMaxLength);
        RuleFor(body => body.Hours).InclusiveBetween(1, Programme.MostHours);
        RuleFor(body => body.ApprovedOn).ReasonableDay();
        RuleFor(body => body.Modules).MostItems(Programme.MostModules);
        RuleForEach(body => body.Modules).NotNull().SetValidator(new ProgrammeModuleBodyValidator());
        RuleFor(body => body.Audience!)
            .SetValidator(new ProgrammeAudienceBodyValidator())
            .When(body => body.Audience is not null);
        RuleFor(body => body.Provider).ShortText(Programme.ProviderMaxLength);
        RuleFor(body => body.Topics).MostItems(TopicNames.Most);
        RuleForEach(body => body.Topics).NotEmpty().ShortText(TopicNames.MaxLength);
        RuleFor(body => body.Licence!)
            .SetValidator(new ProgrammeLicenceBodyValidator())
            .When(body => body.Licence is not null);
    }
}

internal sealed class RegisterProgrammeValidator : AbstractValidator<RegisterProgramme>
{
    public RegisterProgrammeValidator()
    {
        Include(new ProgrammeBodyValidator());
        RuleFor(command => command.Code).NotEmpty().CodeText(Programme.CodeMaxLength);
    }
}

internal sealed class RegisterProgrammeHandler(
    ILearningStore store,
    ITerritoryStore territory,
    INorms norms,
    IProgrammePrecheck precheck,
    TopicReader topics,
    IReads reads
) : ICommandHandler<RegisterProgramme, ProgrammeDetails>
{
    public async Task<Answer<ProgrammeDetails>> Handle(RegisterProgramme request, CancellationToken cancellationToken)
    {
        if (await territory.RefuseAudienceAsync(request.Audience, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        if (
            !(await topics.ChooseAsync(request.Topics, [], cancellationToken)).Succeeded(
                out var chosen,
                out var archived
            )
        )
        {
            return archived;
        }

        var card = request.ToCard() with { Topics = chosen.Names };
        var normSet = await norms.GetAsync(cancellationToken);
        if (
            !Programme
                .Register(request.Code, request.Kind, card, normSet, request.Draft)
                .Succeeded(out var programme, out var error)
        )
        {
            return error;
        }

        var (byCode, byName) = await store
            .KnownNames()
            .FindKnownAsync(null, request.Code, request.Title, cancellationToken);
        if (byCode is not null)
        {
            return ProgrammeErrors.CodeTaken;
        }

        store.Programmes.Add(programme);
        return reads
            .Answer<Programme, ProgrammeDetails>(programme)
            .Warn([.. precheck.Of(programme), .. TopicReader.WarningsOf(chosen)])
            .WarnOfNamesake(byName);
    }
}

internal static class ProgrammeTitles
{
    public static IQueryable<KnownName> KnownNames(this ILearningStore store) =>
        store.Programmes.Select(programme => new KnownName
        {
            Id = programme.Id,
            Code = programme.Code,
            Name = programme.Title,
            NameKey = programme.TitleKey,
        });

    /// <summary>Two programmes may bear one title, e.g. of 36 and of 72 hours; mostly it is the same once more.</summary>
    public static Answer<T> WarnOfNamesake<T>(this Answer<T> answer, KnownName? namesake) =>
        namesake is null
            ? answer
            : answer.Warn(new Warning("programme.same-title").With("code", namesake.Code).With("title", namesake.Name));
}
