using FluentValidation;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>What is written on the card of a support programme.</summary>
public record SupportProgrammeBody
{
    /// <summary>The centre's own code; unique within the centre.</summary>
    public required string Code { get; init; }

    /// <summary>Наименование: «500+» or that of a successor.</summary>
    public required string Name { get; init; }

    /// <summary>The act that set the programme up; may be unknown.</summary>
    public string? Basis { get; init; }

    internal SupportProgrammeCard ToCard() => new(Code, Name, Basis);
}

/// <summary>Registers a programme by which schools are supported; its years are opened as cycles (RISK-1).</summary>
[Permission(SupportProgrammePermissions.Write)]
public sealed record RegisterSupportProgramme : SupportProgrammeBody, ICommand<SupportProgrammeDetails>;

internal sealed class SupportProgrammeBodyValidator : AbstractValidator<SupportProgrammeBody>
{
    public SupportProgrammeBodyValidator()
    {
        RuleFor(body => body.Code).NotEmpty().CodeText(SupportProgramme.CodeMaxLength);
        RuleFor(body => body.Name).NotEmpty().ShortText(SupportProgramme.NameMaxLength);
        RuleFor(body => body.Basis).ShortText(SupportProgramme.BasisMaxLength);
    }
}

internal sealed class RegisterSupportProgrammeValidator : AbstractValidator<RegisterSupportProgramme>
{
    public RegisterSupportProgrammeValidator() => Include(new SupportProgrammeBodyValidator());
}

internal sealed class RegisterSupportProgrammeHandler(IImprovementStore store, IReads reads)
    : ICommandHandler<RegisterSupportProgramme, SupportProgrammeDetails>
{
    public Task<Result<SupportProgrammeDetails>> Handle(
        RegisterSupportProgramme request,
        CancellationToken cancellationToken
    )
    {
        var programme = SupportProgramme.Register(request.ToCard());
        store.SupportProgrammes.Add(programme);
        return Task.FromResult(reads.Answer<SupportProgramme, SupportProgrammeDetails>(programme));
    }
}
