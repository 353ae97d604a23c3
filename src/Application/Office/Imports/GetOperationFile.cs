using System.Globalization;
using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>What a file of findings looks like.</summary>
public enum FindingsLayout
{
    /// <summary>A list of findings as CSV.</summary>
    List,

    /// <summary>The file that was sent, with the findings beside its rows.</summary>
    Annotated,
}

/// <summary>The findings of an operation as a file.</summary>
[Permission(ImportPermissions.Run)]
public sealed record GetOperationFile(Guid Id, FindingsLayout Layout) : IQuery<FileAnswer>;

internal sealed class GetOperationFileHandler(
    IOfficeStore store,
    IOperationRecords records,
    IOperationFiles files,
    ITableFiles tables,
    DatasetCatalogue datasets,
    Caller caller
) : IQueryHandler<GetOperationFile, FileAnswer>
{
    private static readonly TableColumn[] Columns =
    [
        new("row", "Строка") { Type = TableColumnType.Whole },
        new("column", "Столбец"),
        new("severity", "Вид"),
        new("code", "Код"),
        new("message", "Что не так и что сделать"),
        new("value", "Значение"),
    ];

    public async Task<Result<FileAnswer>> Handle(GetOperationFile request, CancellationToken cancellationToken)
    {
        var operation = await store
            .Operations.AsNoTracking()
            .OfCaller(caller)
            .SingleOrDefaultAsync(operation => operation.Id == request.Id, cancellationToken);
        if (operation is null)
        {
            return OperationErrors.NotFound;
        }

        if (operation.State == OperationState.Uploading)
        {
            return OperationErrors.StillUploading;
        }

        var dataset = datasets.Find(operation.Dataset).Succeeded(out var found, out _) ? found : null;
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset?.Title ?? operation.Dataset}, замечания {operation.CreatedAt:dd.MM.yyyy HH-mm}"
        );
        if (request.Layout == FindingsLayout.List)
        {
            return new FileAnswer
            {
                Name = name,
                Format = TableFormat.Csv,
                WriteAsync = (output, token) => ListAsync(operation, output, token),
            };
        }

        var original = await files.OpenAsync(operation.Id, cancellationToken);
        if (original is null)
        {
            return OperationErrors.FileGone;
        }

        var format = tables.Detect(await original.BeginningAsync(cancellationToken), null) ?? TableFormat.Csv;
        var headers = await HeadersAsync(original, format, operation.Dataset, cancellationToken);
        var known = dataset?.Headers ?? TableHeaders.Any([]);
        return new FileAnswer
        {
            Name = name,
            Format = format == TableFormat.Ndjson ? TableFormat.Csv : format,
            WriteAsync = async (output, token) =>
            {
                await using (original)
                {
                    await tables.AnnotateAsync(
                        original,
                        format,
                        known,
                        output,
                        RemarksAsync(operation.Id, headers, token),
                        token
                    );
                }
            },
        };
    }

    private async Task ListAsync(Operation operation, Stream output, CancellationToken cancellationToken)
    {
        var headers = datasets.Find(operation.Dataset).Succeeded(out var dataset, out _)
            ? dataset.Columns.ToDictionary(column => column.Name, column => column.Header)
            : [];
        await using var writer = tables.Write(output, TableFormat.Csv, Columns);
        await foreach (var item in Read(operation.Id).WithCancellation(cancellationToken))
        {
            writer.Number(item.Row);
            writer.Text(item.Column is { } column ? headers.GetValueOrDefault(column, column) : null);
            writer.Text(Texts.Texts.Name(item.Severity));
            writer.Text(item.Code);
            writer.Text(item.Message);
            writer.Text(records.Unprotect(item.Value));
            await writer.EndRowAsync(cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    /// <summary>Of each column the header under which it stands in the file: there the cells at fault are shown.</summary>
    private async Task<IReadOnlyDictionary<string, string>> HeadersAsync(
        Stream original,
        TableFormat format,
        string name,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        if (datasets.Find(name).Succeeded(out var dataset, out _))
        {
            var opened = await tables.OpenAsync(original, format, dataset.Headers, cancellationToken);
            if (opened.Succeeded(out var reader, out _))
            {
                await using var _ = reader;
                foreach (var header in reader.Header)
                {
                    if (dataset.ColumnUnder(header) is { } column)
                    {
                        headers.TryAdd(column.Name, header);
                    }
                }
            }
        }

        original.Position = 0;
        return headers;
    }

    private async IAsyncEnumerable<TableRemark> RemarksAsync(
        Guid operationId,
        IReadOnlyDictionary<string, string> headers,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var item in Read(operationId).WithCancellation(cancellationToken))
        {
            yield return new TableRemark(
                item.Row,
                item.Column is { } column ? headers.GetValueOrDefault(column, column) : null,
                item.Severity == FindingSeverity.Problem ? "error" : "warning",
                item.Message,
                records.Unprotect(item.Value)
            );
        }
    }

    private IAsyncEnumerable<OperationFindingItem> Read(Guid operationId) =>
        store
            .OperationFindings.Where(finding => finding.OperationId == operationId)
            .OrderBy(finding => finding.Row)
            .ThenBy(finding => finding.Id)
            .Select(FindingProjection.Of())
            .AsAsyncEnumerable();
}
