using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>A position.</summary>
public sealed record PositionDetails : DetailsModel
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public PositionCategory Category { get; init; }

    /// <summary>Section and point of the state nomenclature: «I.2»; null: not one of its positions.</summary>
    public string? NomenclaturePoint { get; init; }
}

/// <summary>A position in a list.</summary>
public sealed record PositionListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public PositionCategory Category { get; init; }

    /// <summary>Section and point of the state nomenclature: «I.2»; null: not one of its positions.</summary>
    public string? NomenclaturePoint { get; init; }

    public int Version { get; init; }
}

/// <summary>A position as other resources name it.</summary>
public sealed record PositionReference
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";
}

/// <summary>Positions as other areas show them, to be composed into queries.</summary>
public static class PositionReferences
{
    public static IQueryable<PositionReference> References(this IQueryable<Position> positions) =>
        positions.Select(position => new PositionReference
        {
            Id = position.Id,
            Code = position.Code,
            Name = position.Name,
        });
}

internal sealed class PositionProjections : Profile
{
    public PositionProjections()
    {
        CreateProjection<Position, PositionDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Position, PositionListItem>();
    }
}
