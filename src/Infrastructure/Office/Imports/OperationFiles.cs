using System.Security.Cryptography;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Bulk;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Keeps files in pieces in the database, so that every instance of the service can read them.</summary>
internal sealed class OperationFiles(MethodCenterDbContext database, IDataProtectionProvider protection, WriteGate gate)
    : IOperationFiles
{
    public const int PieceBytes = 512 * 1024;
    private readonly IDataProtector _protector = protection.CreateProtector("operation-files");

    public async Task ReserveAsync(Operation operation, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(cancellationToken);
        var entry = database.Operations.Add(operation);
        entry.Property(added => added.CentreId).CurrentValue = database.CurrentCentreId;
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            // What becomes of it meanwhile, others may write.
            entry.State = EntityState.Detached;
        }
    }

    public async Task ForgetAsync(Guid operationId)
    {
        try
        {
            await OperationParts.RemoveAsync(database, gate, operationId, CancellationToken.None);
            using var pass = await gate.EnterAsync(CancellationToken.None);
            await database
                .Operations.IgnoreQueryFilters()
                .Where(known => known.Id == operationId && known.State == OperationState.Uploading)
                .ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception exception) when (Outage.CauseOf(exception) is not null)
        {
            // What has ended the storing hinders this too, and is told by its own exception; the rest goes with the retention.
        }
    }

    /// <remarks>
    /// Each piece in a transaction of its own: where there is one writer, nobody waits for a whole file. What is stored of a
    /// file that breaks off, is removed here or, after a crash, by <see cref="OperationRetention"/>.
    /// </remarks>
    public async Task StoreAsync(Guid operationId, Stream content, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A file is stored before anything is held or written.");
        }

        try
        {
            var piece = new byte[PieceBytes];
            for (var number = 0; ; number++)
            {
                // Only one piece is in memory at a time; read and protected before anybody waits for it.
                var read = await content.ReadAtLeastAsync(piece, PieceBytes, false, cancellationToken);
                if (read == 0)
                {
                    return;
                }

                var part = new OperationPart
                {
                    OperationId = operationId,
                    Number = number,
                    Content = _protector.Protect(piece[..read]),
                };
                await StoreAsync(part, cancellationToken);
            }
        }
        catch
        {
            await RemoveAsync(operationId);
            throw;
        }
    }

    private async Task StoreAsync(OperationPart part, CancellationToken cancellationToken)
    {
        // Past the change tracker: there are hundreds of pieces, and nothing else is to be saved with them.
        var table = BulkTable.Of(database.Model.FindEntityType(typeof(OperationPart))!);
        using var pass = await gate.EnterAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Dialect.InsertAsync(database, table, [part], database.CurrentCentreId, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private async Task RemoveAsync(Guid operationId)
    {
        try
        {
            await OperationParts.RemoveAsync(database, gate, operationId, CancellationToken.None);
        }
        catch (Exception exception) when (Outage.CauseOf(exception) is not null)
        {
            // What has ended the storing hinders this too, and is told by its own exception.
        }
    }

    public async Task<Stream?> OpenAsync(Guid operationId, CancellationToken cancellationToken)
    {
        var parts = database
            .Set<OperationPart>()
            .AsNoTracking()
            .Where(part => part.OperationId == operationId)
            .OrderBy(part => part.Number)
            .Select(part => part.Content)
            .AsAsyncEnumerable();
        var file = TemporaryFiles.Create();
        try
        {
            await foreach (var part in parts.WithCancellation(cancellationToken))
            {
                await file.WriteAsync(_protector.Unprotect(part), cancellationToken);
            }
        }
        catch (CryptographicException)
        {
            // The key ring was lost, and the file with it.
            await file.DisposeAsync();
            return null;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        if (file.Length == 0)
        {
            await file.DisposeAsync();
            return null;
        }

        file.Position = 0;
        return file;
    }
}

/// <summary>Files that only this process can read and that go when they are closed.</summary>
public static class TemporaryFiles
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), $"methodcenter-{Guid.CreateVersion7():N}"), options);
    }
}
