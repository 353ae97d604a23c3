using MethodCenter.TestKit;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>LibreOffice, which opens a workbook as a person would.</summary>
internal static class LibreOffice
{
    /// <summary>Semicolons, quotes where needed, UTF-8, values as they are shown, a file for every sheet.</summary>
    private const string Filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1";

    /// <summary>What each sheet of each workbook shows, by «workbook-sheet.csv».</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ShowAsync(
        IReadOnlyDictionary<string, byte[]> workbooks
    ) =>
        (await ConvertAsync(workbooks, Filter, "*.csv")).ToDictionary(file => file.Key, file => Files.Text(file.Value));

    /// <inheritdoc cref="OfficeSuite.ConvertAsync"/>
    public static Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(
        IReadOnlyDictionary<string, byte[]> workbooks,
        string format,
        string pattern,
        string ending = ".xlsx"
    ) => OfficeSuite.ConvertAsync(workbooks, format, pattern, ending, Files.Cancel);
}
