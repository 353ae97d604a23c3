using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Csv;

/// <summary>A CSV file whose encoding and separator are known.</summary>
/// <param name="Declared">The file begins with the line «sep=…», which is not a record.</param>
/// <param name="Titled">The first record is a title, though it has no separators.</param>
internal sealed record CsvFile(CsvParser Records, char Separator, bool Declared, bool Titled)
{
    /// <summary>The part of the file from which the separator is recognised.</summary>
    private const int Sample = 64 * 1024;

    /// <exception cref="TableFileException">The content is not CSV.</exception>
    public static async Task<CsvFile> OpenAsync(Stream content, TableLimits limits, CancellationToken cancellationToken)
    {
        if (await FileKinds.IsBinaryAsync(content, cancellationToken).ConfigureAwait(false))
        {
            throw new TableFileException(TableErrors.NotText, null);
        }

        var encoding = await EncodingDetection.DetectAsync(content, cancellationToken).ConfigureAwait(false);
        var source = new TextSource(content, encoding);
        while (source is { IsLast: false, IsBroken: false, Window.Length: < Sample })
        {
            await source.ExtendAsync(cancellationToken).ConfigureAwait(false);
        }

        var titled = false;
        var declaration = CsvDialect.Declaration(source.Window, out var separator);
        if (declaration > 0)
        {
            source.Take(declaration);
        }
        else
        {
            separator =
                CsvDialect.Detect(source.Window, out var foreign, out titled)
                ?? throw new TableFileException(TableErrors.UnknownSeparator(foreign.ToString()), null);
        }

        var parser = new CsvParser(source, separator, limits, declaration > 0 ? 2 : 1);
        return new CsvFile(parser, separator, declaration > 0, titled);
    }
}
