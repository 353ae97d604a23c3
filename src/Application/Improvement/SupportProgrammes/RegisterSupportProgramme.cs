using FluentValidation;
using MethodCenter.Application.Common.Persistence;
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
    public async Task<Answer<SupportProgrammeDetails>> Handle(
        RegisterSupportProgramme request,
        CancellationToken cancellationToken
    )
    {
        var (byCode, byName) = await store
            .SupportProgrammes.Select(one => new KnownName
            {
                Id = one.Id,
                Code = one.Code,
                Name = one.Name,
                NameKey = one.NameKey,
            })
            .FindKnownAsync(null, request.Code, request.Name, cancellationToken);
        if (byCode is not null)
        {
            return SupportProgrammeErrors.CodeTaken;
        }

        var programme = SupportProgramme.Register(request.ToCard());
        store.SupportProgrammes.Add(programme);
        var answer = reads.Answer<SupportProgramme, SupportProgrammeDetails>(programme);
        return byName is null
            ? answer
            : answer.Warn(
                new Warning("support-programme.same-name").With("code", byName.Code).With("name", byName.Name)
            );
    }
}
