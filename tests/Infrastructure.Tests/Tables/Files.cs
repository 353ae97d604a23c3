using System.Globalization;
using System.IO.Compression;
using System.Text;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>A table file as it was read.</summary>
internal sealed record ReadTable(
    IReadOnlyList<string> Header,
    int HeaderRow,
    IReadOnlyList<Warning> Warnings,
    List<TableRow> Rows
)
{
    /// <summary>Texts of the rows that can be read and are not empty.</summary>
    public string[][] Texts =>
        [
            .. Rows.Where(row => row is { Unreadable: null, IsEmpty: false })
                .Select(row => row.Cells.Select(cell => cell.Text).ToArray()),
        ];

    public Cell Cell(int row, string column) =>
        Rows.Single(one => one.Number == row).Cells[Header.ToList().IndexOf(column)];
}

/// <summary>Makes table files and reads them.</summary>
internal static class Files
{
    public static readonly TableFiles Service = new();
    private static readonly Encoding Cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<ReadTable> ReadCsvAsync(string text, TableLimits? limits = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), TableFormat.Csv, [], limits);

    public static Task<ReadTable> ReadNdjsonAsync(string text, params string[] members) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), TableFormat.Ndjson, members);

    public static async Task<ReadTable> ReadAsync(
        byte[] content,
        TableFormat format,
        IReadOnlyList<string>? members = null,
        TableLimits? limits = null,
        TableHeaders? headers = null
    )
    {
        using var stream = new MemoryStream(content);
        return await ReadAsync(stream, format, members, limits, headers);
    }

    public static async Task<ReadTable> ReadAsync(
        Stream content,
        TableFormat format,
        IReadOnlyList<string>? members = null,
        TableLimits? limits = null,
        TableHeaders? headers = null
    )
    {
        var files = new TableFiles(limits ?? TableLimits.Default);
        var opened = await files.OpenAsync(content, format, headers ?? TableHeaders.Any(members ?? []), Cancel);
        opened.Error.ShouldBeNull();
        await using var reader = opened.Value;
        var rows = new List<TableRow>();
        await foreach (var row in reader.ReadAsync(Cancel))
        {
            rows.Add(row);
        }

        return new ReadTable(reader.Header, reader.HeaderRow, reader.Warnings, rows);
    }

    /// <summary>Why a file is refused when it is opened.</summary>
    public static async Task<Error> RefusalAsync(byte[] content, TableFormat format, TableLimits? limits = null)
    {
        using var stream = new MemoryStream(content);
        var opened = await new TableFiles(limits ?? TableLimits.Default).OpenAsync(
            stream,
            format,
            TableHeaders.Any(["name"]),
            Cancel
        );
        return opened.Error.ShouldNotBeNull();
    }

    /// <summary>Why a file cannot be read to its end, and the rows before.</summary>
    public static async Task<(TableFileException Broken, List<TableRow> Rows)> BreakAsync(
        Stream content,
        TableFormat format,
        TableLimits? limits = null
    )
    {
        var opened = await new TableFiles(limits ?? TableLimits.Default).OpenAsync(
            content,
            format,
            TableHeaders.Any(["name"]),
            Cancel
        );
        await using var reader = opened.Value;
        var rows = new List<TableRow>();
        var broken = await Should.ThrowAsync<TableFileException>(async () =>
        {
            await foreach (var row in reader.ReadAsync(Cancel))
            {
                rows.Add(row);
            }
        });
        return (broken, rows);
    }

    public static Task<(TableFileException Broken, List<TableRow> Rows)> BreakCsvAsync(
        string text,
        TableLimits? limits = null
    ) => BreakAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), TableFormat.Csv, limits);

    public static byte[] In1251(string text) => Cyrillic.GetBytes(text);

    /// <summary>Writes a file to an output like that of a web server: forwards only, never synchronously.</summary>
    public static async Task<byte[]> WriteAsync(
        TableFormat format,
        IReadOnlyList<TableColumn> columns,
        Func<ITableWriter, Task> rows,
        TableLimits? limits = null
    )
    {
        await using var output = new ServerStream();
        await using var writer = new TableFiles(limits ?? TableLimits.Default).Write(output, format, columns);
        await rows(writer);
        await writer.CompleteAsync(Cancel);
        return output.Written;
    }

    public static async Task<byte[]> TemplateAsync(TableFormat format, TableTemplate template)
    {
        await using var output = new ServerStream();
        await Service.WriteTemplateAsync(output, format, template, Cancel);
        return output.Written;
    }

    public static async Task<byte[]> AnnotateAsync(byte[] original, TableFormat format, params TableRemark[] remarks)
    {
        using var content = new MemoryStream(original);
        await using var output = new ServerStream();
        await Service.AnnotateAsync(content, format, TableHeaders.Any([]), output, remarks.ToAsyncEnumerable(), Cancel);
        return output.Written;
    }

    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.CompletedTask;
            yield return item;
        }
    }

    public static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    /// <summary>One file of a workbook.</summary>
    public static string Part(byte[] workbook, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(archive.GetEntry(path).ShouldNotBeNull().Open());
        return reader.ReadToEnd();
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The body of an answer, as Kestrel has it.</summary>
internal sealed class ServerStream : Stream
{
    private readonly MemoryStream _written = new();

    public byte[] Written => _written.ToArray();

    public int MostAtOnce { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        MostAtOnce = Math.Max(MostAtOnce, buffer.Length);
        await _written.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => throw new InvalidOperationException("Synchronous operations are disallowed.");

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new InvalidOperationException("Synchronous operations are disallowed.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _written.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>A file that is not there: its bytes are made up as they are read.</summary>
internal sealed class MadeUpStream(long length, Func<long, byte> byteAt) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = (int)Math.Min(buffer.Length, length - Position);
        for (var index = 0; index < read; index++)
        {
            buffer[index] = byteAt(Position + index);
        }

        Position += read;
        return read;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Gives a few bytes at a time, as an unpacker or a network may.</summary>
internal sealed class TrickleStream(byte[] content, int most = 977) : MemoryStream(content)
{
    private int _turn;

    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, Math.Min(count, 1 + (_turn++ % most)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 + (_turn++ % most))], cancellationToken);
}
