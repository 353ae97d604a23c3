using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
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

    internal ProgrammeCard ToCard() => new(Title, Hours, Line, Form, ApprovedOn);
}

/// <summary>Registers a programme of additional professional education.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record RegisterProgramme : ProgrammeBody, ICommand<ProgrammeDetails>
{
    /// <summary>Unique within the centre; never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Never changes: it decides which document a learner gets.</summary>
    public required ProgrammeKind Kind { get; init; }
}

internal sealed class ProgrammeBodyValidator : AbstractValidator<ProgrammeBody>
{
    public ProgrammeBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().ShortText(Programme.TitleMaxLength);
        RuleFor(body => body.Hours).InclusiveBetween(1, Programme.MostHours);
        RuleFor(body => body.ApprovedOn).ReasonableDay();
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

internal sealed class RegisterProgrammeHandler(ILearningStore store, INorms norms, IReads reads)
    : ICommandHandler<RegisterProgramme, ProgrammeDetails>
{
    public async Task<Result<ProgrammeDetails>> Handle(RegisterProgramme request, CancellationToken cancellationToken)
    {
        var book = await norms.GetAsync(cancellationToken);
        if (
            !Programme
                .Register(request.Code, request.Kind, request.ToCard(), book)
                .Succeeded(out var programme, out var error)
        )
        {
            return error;
        }

        store.Programmes.Add(programme);
        return reads.Answer<Programme, ProgrammeDetails>(programme);
    }
}
