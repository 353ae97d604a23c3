using FluentValidation;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Operations;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Takes a file and queues the operation that reads it; it runs with the caller's rights.</summary>
[Permission(ImportPermissions.Run)]
public sealed record StartImport(string Dataset, ImportMode Mode, string? Source, ImportFile File)
    : ICommand<OperationDetails>;

internal sealed class StartImportValidator : AbstractValidator<StartImport>
{
    public StartImportValidator()
    {
        RuleFor(command => command.Source)
            .MaximumLength(ExternalKey.SourceMaxLength)
            .Matches(ExternalKeyValidator.SourcePattern);
        RuleFor(command => command.File.Name).ShortText(Operation.FileNameMaxLength);
    }
}

internal sealed class StartImportHandler(
    DatasetCatalogue datasets,
    IOfficeStore store,
    ITableFiles tables,
    IOperationFiles files,
    IClock clock,
    Caller caller
) : ICommandHandler<StartImport, OperationDetails>
{
    /// <summary>Operations of one account that wait; who asks for more has a script that has run away.</summary>
    private const int MostWaiting = 20;

    public async Task<Result<OperationDetails>> Handle(StartImport request, CancellationToken cancellationToken)
    {
        if (!datasets.Find(request.Dataset).Succeeded(out var dataset, out var error))
        {
            return error;
        }

        if (caller.Authorise(new PermissionAttribute(dataset.WritePermission)) is { } refusal)
        {
            return refusal;
        }

        var content = request.File.Content;
        if (content.Length == 0)
        {
            return ImportErrors.Empty;
        }

        var beginning = new byte[4096];
        var read = await content.ReadAtLeastAsync(beginning, beginning.Length, false, cancellationToken);
        content.Position = 0;
        if (tables.Detect(beginning.AsSpan(0, read), request.File.ContentType) is null)
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

        var order = new ImportOrder(dataset.Name, request.Mode, request.Source, request.File.Name, content.Length);
        var operation = Operation.Queue(order, accountId, clock.Now);
        store.Operations.Add(operation);
        await files.StoreAsync(operation.Id, content, cancellationToken);
        return OperationDetails.Of(operation, null);
    }
}
