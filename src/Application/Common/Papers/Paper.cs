namespace MethodCenter.Application.Common.Papers;

/// <summary>The formats of a paper.</summary>
public enum PaperFormat
{
    /// <summary>Word: to be corrected by hand and printed.</summary>
    Docx,

    /// <summary>A page that is printed as it is, or saved as PDF.</summary>
    Html,
}

/// <summary>A paper for people: what stands on it from top to bottom. Written once, whatever the format.</summary>
public sealed record Paper
{
    /// <summary>Title of the file; does not stand on the paper.</summary>
    public required string Title { get; init; }

    public required IReadOnlyList<PaperBlock> Blocks { get; init; }

    /// <summary>The sheet lies on its long side.</summary>
    public bool Landscape { get; init; }
}

/// <summary>Something that stands on a paper.</summary>
public abstract record PaperBlock;

/// <summary>Where a paragraph or picture stands.</summary>
public enum PaperAlign
{
    Left,
    Centre,
    Right,
    Justify,
}

/// <summary>A paragraph; an empty text leaves a line free.</summary>
public sealed record PaperText(string Text) : PaperBlock
{
    public PaperAlign Align { get; init; } = PaperAlign.Left;

    public bool Bold { get; init; }

    /// <summary>Size in points.</summary>
    public int Points { get; init; } = 12;

    /// <summary>First line set in, as Russian business letters are.</summary>
    public bool Indented { get; init; }

    /// <summary>Never the last of its page: a signature does not stand alone on a sheet.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>Parts side by side, without lines around them; they are not torn apart by the end of a page.</summary>
public sealed record PaperColumns(IReadOnlyList<PaperPart> Parts) : PaperBlock;

/// <summary>What stands in one of several columns.</summary>
/// <param name="Percent">Its width.</param>
/// <param name="Blocks">From top to bottom.</param>
public sealed record PaperPart(int Percent, params IReadOnlyList<PaperBlock> Blocks);

/// <summary>A table with a heading that is repeated on every page.</summary>
/// <param name="Columns">Headings with their widths in percent.</param>
/// <param name="Rows">As many cells in each as there are columns.</param>
public sealed record PaperTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
    : PaperBlock;

/// <summary>A column of a table.</summary>
public sealed record PaperColumn(string Heading, int Percent);

/// <summary>A square picture.</summary>
/// <param name="Png">The picture as PNG.</param>
/// <param name="Millimetres">Length of a side.</param>
/// <param name="Alternative">What it says, for people who cannot see it.</param>
public sealed record PaperImage(ReadOnlyMemory<byte> Png, int Millimetres, string Alternative) : PaperBlock
{
    public PaperAlign Align { get; init; } = PaperAlign.Left;
}

/// <summary>Writes papers.</summary>
public interface IPaperWriter
{
    byte[] Write(Paper paper, PaperFormat format);
}

/// <summary>A paper as a file.</summary>
public sealed record PaperFile
{
    /// <summary>File name that is proposed to the person, without its ending.</summary>
    public required string Name { get; init; }

    public required PaperFormat Format { get; init; }

    public required ReadOnlyMemory<byte> Content { get; init; }

    public static PaperFile Of(IPaperWriter writer, Paper paper, PaperFormat format, string name) =>
        new()
        {
            Name = name,
            Format = format,
            Content = writer.Write(paper, format),
        };
}
