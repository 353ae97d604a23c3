using System.Security.Cryptography;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Bulk;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Keeps files in pieces in the database, so that every instance of the service can read them.</summary>
internal sealed class OperationFiles(MethodCenterDbContext database, IDataProtectionProvider protection)
    : IOperationFiles
{
    private const int PieceBytes = 512 * 1024;
    private readonly IDataProtector _protector = protection.CreateProtector("operation-files");

    public async Task StoreAsync(Guid operationId, Stream content, CancellationToken cancellationToken)
    {
        // Makes the key ring renew itself, when it is due, before a transaction is open: it writes to the same database.
        _ = _protector.Protect([]);
        await database.EnsureWritingAsync(cancellationToken);
        var piece = new byte[PieceBytes];
        for (var number = 0; ; number++)
        {
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

            // Past the change tracker, so that only one piece is in memory at a time.
            var table = BulkTable.Of(database.Model.FindEntityType(typeof(OperationPart))!);
            await database.Dialect.InsertAsync(database, table, [part], database.CurrentCentreId, cancellationToken);
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
