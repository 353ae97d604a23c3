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
        var missing = PositionNomenclature.Adopt(known, clock.Today);
        store.Positions.AddRange(missing);
        return new AdoptedNomenclature
        {
            Added =
            [
                .. missing.Select(position => new PositionReference
                {
                    Id = position.Id,
                    Code = position.Code,
                    Name = position.Name,
                }),
            ],
        };
    }
}
