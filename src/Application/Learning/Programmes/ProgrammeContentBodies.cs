using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Learning.Programmes;

internal sealed class ProgrammeModuleBodyValidator : AbstractValidator<ProgrammeModuleBody>
{
    public ProgrammeModuleBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().ShortText(Programme.ModuleTitleMaxLength);
        RuleFor(body => body.Hours).InclusiveBetween(1, Programme.MostHours);
    }
}

internal sealed class ProgrammeAudienceBodyValidator : AbstractValidator<ProgrammeAudienceBody>
{
    public ProgrammeAudienceBodyValidator()
    {
        RuleFor(body => body.Categories).MostItems(Enum.GetValues<PositionCategory>().Length);
        RuleFor(body => body.PositionIds).MostItems(Programme.MostAudiencePositions);
        RuleFor(body => body.Text).ShortText(Programme.AudienceTextMaxLength);
    }
}

internal sealed class ProgrammeLicenceBodyValidator : AbstractValidator<ProgrammeLicenceBody>
{
    public ProgrammeLicenceBodyValidator()
    {
        RuleFor(body => body.Number).NotEmpty().ShortText(Programme.LicenceNumberMaxLength);
        RuleFor(body => body.IssuedOn).ReasonableDay();
    }
}

/// <summary>Asks the vocabulary whether an audience names positions that are there.</summary>
internal static class AudiencePositions
{
    /// <summary>One SQL command, and none where no position is named.</summary>
    public static async Task<Error?> RefuseAudienceAsync(
        this ITerritoryStore territory,
        ProgrammeAudienceBody? audience,
        CancellationToken cancellationToken
    )
    {
        if (audience is not { PositionIds.Count: > 0 })
        {
            return null;
        }

        Guid[] wanted = [.. audience.PositionIds];
        var known = await territory
            .Positions.Where(position => wanted.Contains(position.Id))
            .Select(position => position.Id)
            .ToListAsync(cancellationToken);
        var unknown = Array.FindIndex(wanted, id => !known.Contains(id));
        return unknown < 0 ? null : PositionErrors.Unknown($"/audience/positionIds/{unknown}");
    }
}
