using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

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
    public Task<Answer<SupportProgrammeDetails>> Handle(
        RegisterSupportProgramme request,
        CancellationToken cancellationToken
    )
    {
        var programme = SupportProgramme.Register(request.ToCard());
        store.SupportProgrammes.Add(programme);
        return Task.FromResult(reads.Answer<SupportProgramme, SupportProgrammeDetails>(programme));
    }
}
