using FluentValidation;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Queues operations: the file is kept, and an instance of the service takes it up.</summary>
internal sealed class OperationQueue(
    DatasetCatalogue datasets,
    IOfficeStore store,
    ITableFiles tables,
    IOperationFiles files,
    ImportQuota quota,
    IClock clock,
    Caller caller
)
{
    public async Task<Answer<OperationDetails>> AddAsync(
        string name,
        ImportMode mode,
        string? source,
        bool skipHidden,
        ImportFile file,
        CancellationToken cancellationToken
    )
    {
        if (!datasets.FindImported(name).Succeeded(out var dataset, out var error))
        {
            return error;
        }

        if (caller.Authorise(new PermissionAttribute(dataset.WritePermission)) is { } refusal)
        {
            return refusal;
        }

        if (file.Content.Length == 0)
        {
            return ImportErrors.Empty;
        }

        if (tables.Detect(await file.Content.BeginningAsync(cancellationToken), file.ContentType) is null)
        {
            return ImportErrors.UnknownFormat;
        }

        var accountId = caller.Account!.Id;
        var order = new ImportOrder(dataset.Name, mode, source, file.Name, file.Content.Length)
        {
            SkipHidden = skipHidden,
            Day = caller.Day,
        };
        var operation = Operation.Reserve(order, accountId, clock.Now);
        if (await KeepAsync(operation, file.Content, cancellationToken) is { } tooMuch)
        {
            return tooMuch;
        }

        if (await store.HoldOperationAsync(operation.Id, cancellationToken) is not { } kept)
        {
            return OperationErrors.NotFound;
        }

        kept.Queue();
        return OperationDetails.Of(kept, null);
    }

    /// <summary>
    /// Reserves, then looks, then keeps the file. Of what is refused or breaks off until then nothing stays; what breaks off
    /// between this and the queueing holds its place until the retention sweeps it.
    /// </summary>
    private async Task<Error?> KeepAsync(Operation operation, Stream content, CancellationToken cancellationToken)
    {
        await files.ReserveAsync(operation, cancellationToken);
        try
        {
            if (await RefuseAsync(operation, cancellationToken) is { } tooMuch)
            {
                await files.ForgetAsync(operation.Id);
                return tooMuch;
            }

            await files.StoreAsync(operation.Id, content, cancellationToken);
            return null;
        }
        catch
        {
            await files.ForgetAsync(operation.Id);
            throw;
        }
    }

    /// <summary>One account or one centre takes neither all places nor all of the disk. One SQL command.</summary>
    /// <remarks>
    /// The operation itself is reserved by now and seen by all others: of two that come at once and do not both fit, neither
    /// overlooks the other; it may be that both are refused.
    /// </remarks>
    private async Task<Error?> RefuseAsync(Operation asked, CancellationToken cancellationToken)
    {
        var since = clock.Now - quota.Kept;
        var used = await store
            .Operations.IgnoreQueryFilters([QueryFilters.Organisations])
            .Where(operation => operation.Id != asked.Id)
            .Where(operation =>
                operation.State == OperationState.Uploading
                || operation.State == OperationState.Queued
                || operation.CreatedAt >= since
            )
            .GroupBy(operation => operation.AccountId == asked.AccountId)
            .Select(group => new
            {
                IsOwn = group.Key,
                Waiting = group.Count(operation =>
                    operation.State == OperationState.Uploading || operation.State == OperationState.Queued
                ),
                Bytes = group.Sum(operation => operation.Size),
            })
            .ToListAsync(cancellationToken);
        var own = used.Find(one => one.IsOwn);
        return own?.Waiting >= quota.MostWaiting ? OperationErrors.TooManyWaiting(own.Waiting)
            : used.Sum(one => one.Waiting) >= quota.MostWaitingInCentre
                ? OperationErrors.CentreWaiting(used.Sum(one => one.Waiting))
            : (own?.Bytes ?? 0) + asked.Size > quota.AccountBytes ? OperationErrors.FilesFull(quota.AccountBytes)
            : used.Sum(one => one.Bytes) + asked.Size > quota.CentreBytes ? OperationErrors.FilesFull(quota.CentreBytes)
            : null;
    }
}

/// <summary>What one account and one centre may have waiting and kept at a time.</summary>
public sealed record ImportQuota(
    int MostWaiting,
    int MostWaitingInCentre,
    long AccountBytes,
    long CentreBytes,
    TimeSpan Kept
);

internal static class ImportRules
{
    /// <summary>As the parameter of the request is called.</summary>
    public const string FileName = "fileName";

    /// <summary>Name of a neighbouring system.</summary>
    public static IRuleBuilderOptions<T, string?> SourceName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(ExternalKey.SourceMaxLength).Matches(ExternalKeyValidator.SourcePattern);

    /// <summary>The first bytes of a file, by which its format is recognised.</summary>
    public static async Task<byte[]> BeginningAsync(this Stream content, CancellationToken cancellationToken)
    {
        var beginning = new byte[4096];
        content.Position = 0;
        var read = await content.ReadAtLeastAsync(beginning, beginning.Length, false, cancellationToken);
        content.Position = 0;
        return beginning[..read];
    }
}
