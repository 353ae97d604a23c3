using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>What may change of a programme.</summary>
public record ProgrammeBody
{
    public required string Title { get; init; }

    /// <summary>Academic hours; at least 16 for professional development and 250 for retraining (DPO-2).</summary>
    public required int Hours { get; init; }

    public required ProgrammeLine Line { get; init; }

    public required StudyForm Form { get; init; }

    /// <summary>Day of approval; the norm of hours in force on that day applies.</summary>
    public required DateOnly ApprovedOn { get; init; }

    /// <summary>In the order in which they are taught; where any is given, their hours add up to the programme's.</summary>
    public IReadOnlyList<ProgrammeModuleBody> Modules { get; init; } = [];

    /// <summary>For whom it is; absent: for everybody. Where it names positions, an application for others is refused.</summary>
    public ProgrammeAudienceBody? Audience { get; init; }

    /// <summary>Who teaches it; absent: the centre itself.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider's licence.</summary>
    public ProgrammeLicenceBody? Licence { get; init; }

    internal ProgrammeCard ToCard() =>
        new(Title, Hours, Line, Form, ApprovedOn)
        {
            Modules = [.. Modules.Select(module => new ProgrammeModule(module.Title, module.Hours))],
            Audience = Audience?.ToAudience(),
            Provider = Provider,
            Licence = Licence is null ? null : new ProgrammeLicence(Licence.Number, Licence.IssuedOn),
        };
}

/// <summary>Registers a programme of additional professional education.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record RegisterProgramme : ProgrammeBody, ICommand<ProgrammeDetails>
{
    /// <summary>Unique within the centre; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Never changes: it decides which document a learner gets.</summary>
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
    IOrganizationStore organizations,
    INorms norms,
    IReads reads
) : ICommandHandler<RegisterProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(RegisterProgramme request, CancellationToken cancellationToken)
    {
        if (await organizations.RefuseAudienceAsync(request.Audience, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var book = await norms.GetAsync(cancellationToken);
        if (
            !Programme
                .Register(request.Code, request.Kind, request.ToCard(), book, request.Draft)
                .Succeeded(out var programme, out var error)
        )
        {
            return error;
        }

        store.Programmes.Add(programme);
        return reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
