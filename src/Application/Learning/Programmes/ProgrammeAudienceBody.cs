using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>For whom a programme is.</summary>
public sealed record ProgrammeAudienceBody
{
    /// <summary>Sections of the nomenclature of positions.</summary>
    public IReadOnlyList<PositionCategory> Categories { get; init; } = [];

    /// <summary>Single positions, in addition to the sections.</summary>
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
