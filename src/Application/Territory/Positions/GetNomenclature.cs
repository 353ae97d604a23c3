using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>The state nomenclature of positions as of a day.</summary>
[Permission(PositionPermissions.Read)]
public sealed record GetNomenclature : IQuery<Nomenclature>
{
    /// <summary>The day, not before that of the act; today by default.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>The state nomenclature of positions.</summary>
public sealed record Nomenclature
{
    /// <summary>The act that sets it.</summary>
    public string Act { get; init; } = "";

    public DateOnly On { get; init; }

    /// <summary>Its positions, by section and point.</summary>
    public IReadOnlyList<NomenclaturePosition> Positions { get; init; } = [];
}

/// <summary>A position of the nomenclature.</summary>
public sealed record NomenclaturePosition
{
    /// <summary>Code in the vocabulary of a new centre.</summary>
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public PositionCategory Category { get; init; }

    /// <summary>Section and point: «I.2».</summary>
    public string Point { get; init; } = "";

    internal static NomenclaturePosition Of(NomenclatureEntry entry, DateOnly day) =>
        new()
        {
            Code = entry.Code,
            Name = entry.NameOn(day),
            Category = entry.Category,
            Point = entry.Point!,
        };
}

internal sealed class GetNomenclatureHandler(IClock clock) : IQueryHandler<GetNomenclature, Nomenclature>
{
    public Task<Result<Nomenclature>> Handle(GetNomenclature request, CancellationToken cancellationToken)
    {
        var day = request.On ?? clock.Today;
        if (PositionNomenclature.CheckDay(day).Error is { } unknown)
        {
            return Task.FromResult<Result<Nomenclature>>(unknown);
        }

        return Task.FromResult<Result<Nomenclature>>(
            new Nomenclature
            {
                Act = PositionNomenclature.Act,
                On = day,
                Positions =
                [
                    .. PositionNomenclature
                        .Entries.Where(entry => entry.Point is not null)
                        .Select(entry => NomenclaturePosition.Of(entry, day))
                        .OrderBy(position => position.Point, StringComparer.Ordinal)
                        .ThenByName(position => position.Name),
                ],
            }
        );
    }
}
