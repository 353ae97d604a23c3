using MethodCenter.Application.Common.Tables;
using MethodCenter.Infrastructure.Tables.Csv;
using MethodCenter.Infrastructure.Tables.Ndjson;
using MethodCenter.Infrastructure.Tables.Xlsx;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>Table files of every format.</summary>
internal sealed class TableFiles(TableLimits limits) : ITableFiles
{
    public TableFiles()
        : this(TableLimits.Default) { }

    public async Task<Result<ITableReader>> OpenAsync(
        Stream content,
        TableFormat format,
        TableHeaders headers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ITableReader reader = format switch
            {
                TableFormat.Csv => await CsvTableReader
                    .OpenAsync(content, headers, limits, cancellationToken)
                    .ConfigureAwait(false),
                TableFormat.Xlsx => XlsxTableReader.Open(content, headers, limits),
                _ => await NdjsonTableReader
                    .OpenAsync(content, headers.Members, limits, cancellationToken)
                    .ConfigureAwait(false),
            };
            return Result<ITableReader>.Accept(reader);
        }
        catch (TableFileException exception)
        {
            return exception.Error;
        }
    }

    public TableFormat? Detect(ReadOnlySpan<byte> beginning, string? contentType) =>
        FileKinds.Detect(beginning, contentType);

    public ITableWriter Write(
        Stream output,
        TableFormat format,
        IReadOnlyList<TableColumn> columns,
        TablePrint? print = null
    ) =>
        format switch
        {
            TableFormat.Csv => new CsvTableWriter(output, columns),
            TableFormat.Xlsx => new XlsxTableWriter(output, columns, limits, print),
            _ => new NdjsonTableWriter(output, columns),
        };

    public async Task WriteTemplateAsync(
        Stream output,
        TableFormat format,
        TableTemplate template,
        CancellationToken cancellationToken
    )
    {
        if (format == TableFormat.Xlsx)
        {
            await new XlsxTemplate(template).WriteAsync(output, cancellationToken).ConfigureAwait(false);
            return;
        }

        await using var writer = Write(output, format, template.Columns);
        if (format == TableFormat.Ndjson)
        {
            // There is no header to show the names: one object without values does.
            foreach (var _ in template.Columns)
            {
                writer.Text(null);
            }

            await writer.EndRowAsync(cancellationToken).ConfigureAwait(false);
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task AnnotateAsync(
        Stream original,
        TableFormat format,
        TableHeaders headers,
        Stream output,
        IAsyncEnumerable<TableRemark> remarksByRow,
        CancellationToken cancellationToken
    ) =>
        format switch
        {
            TableFormat.Csv => new CsvAnnotation(original, headers, output, limits).WriteAsync(
                remarksByRow,
                cancellationToken
            ),
            TableFormat.Xlsx => new XlsxAnnotation(original, headers, output, limits).WriteAsync(
                remarksByRow,
                cancellationToken
            ),
            _ => ListAsync(output, remarksByRow, cancellationToken),
        };

    /// <summary>A file of objects has no place beside them: the remarks alone.</summary>
    private async Task ListAsync(
        Stream output,
        IAsyncEnumerable<TableRemark> remarksByRow,
        CancellationToken cancellationToken
    )
    {
        await using var writer = Write(
            output,
            TableFormat.Csv,
            [
                new TableColumn("row", "Строка"),
                new TableColumn("member", "Поле"),
                new TableColumn("severity", "Вид"),
                new TableColumn("message", "Замечание"),
                new TableColumn("value", "Значение"),
            ]
        );
        await foreach (var remark in remarksByRow.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            writer.Number(remark.Row);
            writer.Text(remark.Column);
            writer.Text(RowRemarks.Kind(remark));
            writer.Text(remark.Message);
            writer.Text(remark.Value);
            await writer.EndRowAsync(cancellationToken).ConfigureAwait(false);
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
