using MethodCenter.Domain.Office.Imports;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Domain.Office.Webhooks;

namespace MethodCenter.Application.Office;

/// <summary>What use cases see of the Office context.</summary>
public interface IOfficeStore
{
    DbSet<StatedFigure> StatedFigures { get; }

    DbSet<Operation> Operations { get; }

    DbSet<OperationFinding> OperationFindings { get; }

    /// <summary>Loads an operation and holds its row until the end of the transaction: nobody takes it up meanwhile.</summary>
    Task<Operation?> HoldOperationAsync(Guid id, CancellationToken cancellationToken);

    DbSet<WebhookSubscription> WebhookSubscriptions { get; }

    DbSet<WebhookDelivery> WebhookDeliveries { get; }
}
