using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Positions;

/// <summary>Adds the positions of the state nomenclature that the vocabulary of the centre lacks.</summary>
[Permission(PositionPermissions.Write)]
public sealed record AdoptNomenclature : ICommand<AdoptedNomenclature>;

/// <summary>What was added to the vocabulary.</summary>
public sealed record AdoptedNomenclature
{
    /// <summary>Positions of the nomenclature that were missing.</summary>
    public IReadOnlyList<PositionReference> Added { get; init; } = [];

    /// <summary>
    /// Positions of the centre that have the code or the name of one of the nomenclature and are not it: they were left as they
    /// are.
    /// </summary>
    public IReadOnlyList<DifferingPosition> Differing { get; init; } = [];
}

/// <summary>A position of the centre that only looks like one of the nomenclature.</summary>
public sealed record DifferingPosition
{
    public PositionReference Position { get; init; } = null!;

    /// <summary>Section in which the centre has it.</summary>
    public PositionCategory Category { get; init; }

    /// <summary>What the nomenclature has instead.</summary>
    public NomenclaturePosition Nomenclature { get; init; } = null!;
}

internal sealed class AdoptNomenclatureHandler(ITerritoryStore store, IClock clock)
    : ICommandHandler<AdoptNomenclature, AdoptedNomenclature>
{
    public async Task<Answer<AdoptedNomenclature>> Handle(
        AdoptNomenclature request,
        CancellationToken cancellationToken
    )
    {
        var known = await store.Positions.ToListAsync(cancellationToken);
        var today = clock.Today;
        var (missing, differing) = PositionNomenclature.Adopt(known, today);
        store.Positions.AddRange(missing);
        return new AdoptedNomenclature
        {
            Added = [.. missing.Select(ToReference)],
            Differing =
            [
                .. differing.Select(one => new DifferingPosition
                {
                    Position = ToReference(one.Position),
                    Category = one.Position.Category,
                    Nomenclature = NomenclaturePosition.Of(one.Entry, today),
                }),
            ],
        };
    }

    private static PositionReference ToReference(Position position) =>
        new()
        {
            Id = position.Id,
            Code = position.Code,
            Name = position.Name,
        };
}
