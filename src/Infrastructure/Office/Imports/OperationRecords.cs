using System.Security.Cryptography;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <inheritdoc cref="IOperationRecords"/>
internal sealed class OperationRecords(
    MethodCenterDbContext database,
    BulkRows bulk,
    IDataProtectionProvider protection
) : IOperationRecords
{
    private readonly IDataProtector _protector = protection.CreateProtector("operation-findings");

    public async Task HoldAsync(Guid operationId, Guid? owner, CancellationToken cancellationToken)
    {
        await database.EnsureWritingAsync(cancellationToken);
        var held = await database
            .Operations.IgnoreQueryFilters()
            .Where(known => known.Id == operationId && known.Owner == owner && known.State == OperationState.Running)
            .ExecuteUpdateAsync(change => change.SetProperty(known => known.Owner, owner), cancellationToken);
        if (held == 0)
        {
            throw new OperationTakenException();
        }
    }

    public void Keep(Operation operation)
    {
        database.Operations.Update(operation);
        var entry = database.Entry(operation);

        // Whoever asks for the end writes this one meanwhile.
        entry.Property(known => known.CancelRequestedAt).IsModified = false;

        // The lease is renewed past this object, which knows only how it began.
        entry.Property(known => known.Attempts).IsModified = false;
        entry.Property(known => known.Owner).IsModified = operation.Finished;
        entry.Property(known => known.LeaseUntil).IsModified = operation.Finished;
    }

    public void Add(IReadOnlyList<OperationFinding> findings)
    {
        foreach (var finding in findings)
        {
            bulk.Add((Entity)finding);
        }
    }

    public string Protect(string value) => _protector.Protect(value);

    public string? Unprotect(string? kept)
    {
        try
        {
            return kept is null ? null : _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // The key ring was lost; the rest of the finding is still worth reading.
            return null;
        }
    }
}
