using System.Security.Cryptography;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Operations;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Infrastructure.Imports;

/// <inheritdoc cref="IOperationBook"/>
internal sealed class OperationBook(MethodCenterDbContext database, BulkRows bulk, IDataProtectionProvider protection)
    : IOperationBook
{
    private readonly IDataProtector _protector = protection.CreateProtector("operation-findings");

    public void Keep(Operation operation)
    {
        database.Operations.Update(operation);

        // Whoever asks for the end writes this one meanwhile.
        database.Entry(operation).Property(known => known.CancelRequestedAt).IsModified = false;
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
