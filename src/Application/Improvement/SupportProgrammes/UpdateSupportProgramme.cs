using FluentValidation;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Changes the card of a support programme.</summary>
[Permission(SupportProgrammePermissions.Write)]
public sealed record UpdateSupportProgramme(Guid Id, int Version, SupportProgrammeBody Body)
    : ICommand<SupportProgrammeDetails>;

internal sealed class UpdateSupportProgrammeValidator : AbstractValidator<UpdateSupportProgramme>
{
    public UpdateSupportProgrammeValidator() =>
        RuleFor(command => command.Body).SetValidator(new SupportProgrammeBodyValidator());
}

internal sealed class UpdateSupportProgrammeHandler(IImprovementStore store, IReads reads)
    : ICommandHandler<UpdateSupportProgramme, SupportProgrammeDetails>
{
    public async Task<Answer<SupportProgrammeDetails>> Handle(
        UpdateSupportProgramme request,
        CancellationToken cancellationToken
    )
    {
        var programme = await store.SupportProgrammes.SingleOrDefaultAsync(
            programme => programme.Id == request.Id,
            cancellationToken
        );
        if (programme is null)
        {
            return SupportProgrammeErrors.NotFound;
        }

        if (programme.CheckVersion(request.Version) is { } stale)
        {
            return stale;
        }

        programme.ChangeCard(request.Body.ToCard());
        return reads.Answer<SupportProgramme, SupportProgrammeDetails>(programme);
    }
}
