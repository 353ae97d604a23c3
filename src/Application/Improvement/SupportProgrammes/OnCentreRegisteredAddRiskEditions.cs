using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A new centre begins with the editions of the risk dictionary that are known (RISK-2, RISK-3).</summary>
internal sealed class OnCentreRegisteredAddRiskEditions(IImprovementStore store) : IDomainEventHandler<CentreRegistered>
{
    public Task HandleAsync(CentreRegistered domainEvent, CancellationToken cancellationToken)
    {
        store.RiskEditions.AddRange(RiskEditionCatalogue.ForNewCentre());
        return Task.CompletedTask;
    }
}
