using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>All norms that bind the centre: the editions shipped with the service and those that the centre has set.</summary>
/// <remarks>A closed vocabulary of some dozens of editions: answered whole, without pages.</remarks>
[Permission(NormPermissions.Read)]
public sealed record ListNorms : IQuery<NormList>
{
    /// <summary>Only norms in force on the day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Only norms whose code begins with this, e.g. <c>attestation.</c></summary>
    public string? Code { get; init; }
}

/// <summary>Norms: the shipped editions and the centre's own.</summary>
public sealed record NormList
{
    public IReadOnlyList<NormListItem> Items { get; init; } = [];
}

internal sealed class ListNormsHandler(ITerritoryStore store, INorms norms) : IQueryHandler<ListNorms, NormList>
{
    public async Task<Result<NormList>> Handle(ListNorms request, CancellationToken cancellationToken)
    {
        var own = await store.CentreNorms.AsNoTracking().ToListAsync(cancellationToken);
        var items = norms
            .Definitions.Values.SelectMany(definition => definition.Editions)
            .Select(version => Item(null, version))
            .Concat(own.Select(norm => Item(norm.Id, norm.ToVersion()) with { Version = norm.Version }))
            .Where(item => request.Code is null || item.Code.StartsWith(request.Code, StringComparison.Ordinal))
            .Where(item => request.On is not { } day || InForce(item, day))
            .OrderBy(item => item.Code, StringComparer.Ordinal)
            .ThenBy(item => item.ValidFrom)
            .ThenBy(item => item.Id);
        return new NormList { Items = [.. items] };
    }

    private static bool InForce(NormListItem item, DateOnly day) =>
        (item.ValidFrom is null || item.ValidFrom <= day) && (item.ValidTo is null || day <= item.ValidTo);

    private static NormListItem Item(Guid? id, NormVersion version) =>
        new()
        {
            Id = id,
            Code = version.Code,
            Value = version.Value,
            ValidFrom = version.ValidFrom,
            ValidTo = version.ValidTo,
            Rule = version.Rule,
            Basis = version.Basis,
            Confidence = version.Confidence,
        };
}
