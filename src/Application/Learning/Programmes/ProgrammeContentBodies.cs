using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Organizations.Positions;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>A module of a programme.</summary>
public sealed record ProgrammeModuleBody
{
    public required string Title { get; init; }

    /// <summary>Academic hours.</summary>
    public required int Hours { get; init; }

    internal static IReadOnlyList<ProgrammeModuleBody> Of(IEnumerable<ProgrammeModule> modules) =>
        [.. modules.Select(module => new ProgrammeModuleBody { Title = module.Title, Hours = module.Hours })];
}

/// <summary>For whom a programme is.</summary>
public sealed record ProgrammeAudienceBody
{
    /// <summary>Sections of the nomenclature of positions.</summary>
    public IReadOnlyList<PositionCategory> Categories { get; init; } = [];

    /// <summary>Single positions, besides the sections.</summary>
    public IReadOnlyList<Guid> PositionIds { get; init; } = [];

    /// <summary>The audience in words; people read it, the service does not.</summary>
    public string? Text { get; init; }

    internal ProgrammeAudience ToAudience() =>
        new([.. Categories.Distinct().Order()], [.. PositionIds.Distinct().Order()], Text);

    internal static ProgrammeAudienceBody? Of(ProgrammeAudience? audience) =>
        audience is null
            ? null
            : new ProgrammeAudienceBody
            {
                Categories = audience.Categories,
                PositionIds = audience.PositionIds,
                Text = audience.Text,
            };
}

/// <summary>Licence of the provider of a programme.</summary>
public sealed record ProgrammeLicenceBody
{
    /// <summary>As the provider writes it.</summary>
    public required string Number { get; init; }

    public required DateOnly IssuedOn { get; init; }

    internal static ProgrammeLicenceBody? Of(ProgrammeLicence? licence) =>
        licence is null ? null : new ProgrammeLicenceBody { Number = licence.Number, IssuedOn = licence.IssuedOn };
}

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
        this IOrganizationStore organizations,
        ProgrammeAudienceBody? audience,
        CancellationToken cancellationToken
    )
    {
        if (audience is not { PositionIds.Count: > 0 })
        {
            return null;
        }

        Guid[] wanted = [.. audience.PositionIds];
        var known = await organizations
            .Positions.Where(position => wanted.Contains(position.Id))
            .Select(position => position.Id)
            .ToListAsync(cancellationToken);
        var unknown = Array.FindIndex(wanted, id => !known.Contains(id));
        return unknown < 0 ? null : PositionErrors.Unknown($"/audience/positionIds/{unknown}");
    }
}
