using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Opens the cycle of a year, with the edition of the risk dictionary that holds in it (RISK-1).</summary>
[Permission(SupportProgrammePermissions.Write)]
public sealed record OpenCycle(Guid Id, SupportCycleBody Body) : ICommand<SupportProgrammeDetails>;

internal sealed class OpenCycleValidator : AbstractValidator<OpenCycle>
{
    public OpenCycleValidator()
    {
        RuleFor(command => command.Body.Year).InclusiveBetween(AcademicYear.FirstSupported, AcademicYear.LastSupported);
        RuleFor(command => command.Body.Edition).NotEmpty().CodeText(RiskEdition.CodeMaxLength);
        RuleFor(command => command.Body.StartsOn).ReasonableDay();
        RuleFor(command => command.Body.EndsOn).ReasonableDay();
    }
}

internal sealed class OpenCycleHandler(IImprovementStore store, IReads reads)
    : ICommandHandler<OpenCycle, SupportProgrammeDetails>
{
    public async Task<Answer<SupportProgrammeDetails>> Handle(OpenCycle request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var edition = await store
            .RiskEditions.AsNoTracking()
            .SingleOrDefaultAsync(edition => edition.Code == body.Edition, cancellationToken);

        // Held, so that two requests do not open the same year at once.
        var programme = await store.HoldSupportProgrammeAsync(request.Id, cancellationToken);
        if (programme is null)
        {
            return SupportProgrammeErrors.NotFound;
        }

        if (edition is null)
        {
            return SupportProgrammeErrors.EditionUnknown(body.Edition);
        }

        return programme.OpenCycle(body.Year, edition, body.StartsOn, body.EndsOn).Error
            ?? reads.Answer<SupportProgramme, SupportProgrammeDetails>(programme);
    }
}
