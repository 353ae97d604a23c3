namespace MethodCenter.Infrastructure.Tables;

/// <summary>How much of a file from outside is taken on; without these, a small file could eat the memory or the processor.</summary>
internal sealed record TableLimits
{
    public static readonly TableLimits Default = new();

    /// <summary>Characters of a CSV record, bytes of an NDJSON line.</summary>
    public int Record { get; init; } = 64 * 1024;

    public int Columns { get; init; } = 500;

    /// <summary>Files inside of a workbook.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Unpacked size of one part of a workbook.</summary>
    public long Unpacked { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Unpacked to packed. A real sheet of a million formatted empty rows grows a hundred times.</summary>
    public int Ratio { get; init; } = 300;

    /// <summary>Parts smaller than this may have any ratio.</summary>
    public long RatioFrom { get; init; } = 32 * 1024 * 1024;

    /// <summary>Characters of all shared strings together.</summary>
    public int SharedText { get; init; } = 32 * 1024 * 1024;

    public int SharedStrings { get; init; } = 2_000_000;

    public int Merges { get; init; } = 100_000;

    /// <summary>Characters of a cell, as Excel has it.</summary>
    public int CellText { get; init; } = 32_767;

    /// <summary>Rows of a sheet, as Excel has it.</summary>
    public int SheetRows { get; init; } = 1_048_576;
}
