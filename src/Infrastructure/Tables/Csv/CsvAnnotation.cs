using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Texts;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>Writes a CSV file again with the remarks in a column behind the table, line by line where the records were.</summary>
internal sealed class CsvAnnotation(Stream original, TableHeaders headers, Stream output, TableLimits limits)
{
    private int _column;
    private bool _replaces;

    public async Task WriteAsync(IAsyncEnumerable<TableRemark> remarksByRow, CancellationToken cancellationToken)
    {
        var headerRow = await FindColumnAsync(cancellationToken).ConfigureAwait(false);
        var file = await CsvFile.OpenAsync(original, limits, cancellationToken).ConfigureAwait(false);
        await using var buffer = new OutputBuffer(output);
        var records = new CsvRecords(buffer, file.Separator);
        await using var remarks = new RowRemarks(remarksByRow, cancellationToken);
        await remarks.BeginAsync().ConfigureAwait(false);
        CsvRecords.WriteMark(buffer);
        if (file.Declared)
        {
            buffer.Write([.. "sep="u8, (byte)file.Separator, .. "\r\n"u8]);
        }

        // What belongs to no record stands at the end.
        var others = await remarks.TakeAsync(headerRow).ConfigureAwait(false);
        string? breaksOff = null;
        try
        {
            while (await file.Records.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var line = file.Records.Line;
                var ofRecord = await remarks.TakeAsync(line).ConfigureAwait(false);
                Write(records, file.Records, line == headerRow ? TableWords.Remarks : RowRemarks.Join(ofRecord));
                await buffer.WriteOutIfFullAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TableFileException exception)
        {
            breaksOff = Texts.Get(exception.Error.Code, exception.Error.Params);
        }

        others.AddRange(await remarks.TakeAsync(int.MaxValue).ConfigureAwait(false));
        foreach (var text in others.Select(remark => RowRemarks.Join([remark])).Append(breaksOff).OfType<string>())
        {
            WriteAlone(records, text);
            await buffer.WriteOutIfFullAsync(cancellationToken).ConfigureAwait(false);
        }

        await buffer.WriteOutAsync(cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for the header, and for a column of remarks from the last time.</summary>
    private async Task<int> FindColumnAsync(CancellationToken cancellationToken)
    {
        var reader = await CsvTableReader.OpenAsync(original, headers, limits, cancellationToken).ConfigureAwait(false);
        _replaces = reader.Header[^1] == TableWords.Remarks;
        _column = reader.FirstColumn + reader.Header.Count - (_replaces ? 1 : 0);
        return reader.HeaderRow;
    }

    private void Write(CsvRecords records, CsvParser record, string remark)
    {
        if (record.Count == 1 && record[0].IsEmpty && remark.Length == 0)
        {
            records.End();
            return;
        }

        for (var index = 0; index < Math.Max(record.Count, _column); index++)
        {
            if (index == _column)
            {
                records.Text(remark);
                if (_replaces)
                {
                    continue;
                }
            }

            records.Copy(index < record.Count ? record[index] : []);
        }

        if (record.Count <= _column)
        {
            records.Text(remark);
        }

        records.End();
    }

    private void WriteAlone(CsvRecords records, string remark)
    {
        for (var index = 0; index < _column; index++)
        {
            records.Text("");
        }

        records.Text(remark);
        records.End();
    }
}
