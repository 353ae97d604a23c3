using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Territory.Centres;

/// <inheritdoc cref="ICentreName"/>
internal sealed class CentreName(ITerritoryStore store) : ICentreName
{
    public Task<string> GetAsync(CancellationToken cancellationToken) =>
        store.Centres.Select(centre => centre.FullName).SingleAsync(cancellationToken);
}
