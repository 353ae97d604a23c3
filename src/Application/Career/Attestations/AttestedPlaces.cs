using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>The place for which a decision was taken.</summary>
internal sealed class AttestedPlaces(ITerritoryStore territory)
{
    /// <summary>The post, or why organisation or post cannot be named. One SQL command for both.</summary>
    public async Task<Result<AttestedPost>> FindAsync(
        Guid organisationId,
        Guid positionId,
        CancellationToken cancellationToken
    )
    {
        var positions = territory.Positions;

        // The default filter lets through only organisations that the caller answers for.
        var place = await territory
            .Organisations.Where(organisation => organisation.Id == organisationId)
            .Select(organisation => new
            {
                Category = positions
                    .Where(position => position.Id == positionId)
                    .Select(position => (PositionCategory?)position.Category)
                    .FirstOrDefault(),
                Point = positions
                    .Where(position => position.Id == positionId)
                    .Select(position => position.NomenclaturePoint)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return place switch
        {
            null => OrganisationErrors.Unknown("/organisationId"),
            { Category: { } category } => new AttestedPost(category, place.Point),
            _ => PositionErrors.Unknown("/positionId"),
        };
    }
}

/// <summary>Where a post stands: its section, and its point of the state nomenclature.</summary>
internal sealed record AttestedPost(PositionCategory Category, string? Point);
