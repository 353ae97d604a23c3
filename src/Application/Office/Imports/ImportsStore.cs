using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>The rows of the area.</summary>
public static class ImportsStore
{
    extension(IOfficeStore store)
    {
        public DbSet<Operation> Operations => store.Set<Operation>();

        public DbSet<OperationFinding> OperationFindings => store.Set<OperationFinding>();

        /// <summary>Loads an operation and holds its row until the end of the transaction: nobody takes it up meanwhile.</summary>
        public async Task<Operation?> HoldOperationAsync(Guid id, CancellationToken cancellationToken)
        {
            await store.HoldAsync<Operation>([id], cancellationToken);
            return await store.Operations.SingleOrDefaultAsync(operation => operation.Id == id, cancellationToken);
        }
    }
}
