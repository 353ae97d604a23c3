using FluentValidation;
using MethodCenter.Application.Common.Datasets;
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
    IClock clock,
    Caller caller
)
{
    /// <summary>Operations of one account that wait; more of them come from a script out of control.</summary>
    private const int MostWaiting = 20;

    public async Task<Answer<OperationDetails>> AddAsync(
        string name,
        ImportMode mode,
        string? source,
        bool skipHidden,
        ImportFile file,
        CancellationToken cancellationToken
    )
    {
        if (!datasets.Find(name).Succeeded(out var dataset, out var error))
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
        var waiting = await store.Operations.CountAsync(
            operation => operation.AccountId == accountId && operation.State == OperationState.Queued,
            cancellationToken
        );
        if (waiting >= MostWaiting)
        {
            return OperationErrors.TooManyWaiting(waiting);
        }

        var order = new ImportOrder(dataset.Name, mode, source, file.Name, file.Content.Length)
        {
            SkipHidden = skipHidden,
        };
        var operation = Operation.Queue(order, accountId, clock.Now);
        store.Operations.Add(operation);
        await files.StoreAsync(operation.Id, file.Content, cancellationToken);
        return OperationDetails.Of(operation, null);
    }
}

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
