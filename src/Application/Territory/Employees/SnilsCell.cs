using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>СНИЛС in a cell; what spreadsheets make of it is mended, what is no number stays for the use case to refuse.</summary>
internal static class SnilsCell
{
    public static string? Read(ImportRow row, Column column, in Cell cell)
    {
        var text = cell.Seen;
        if (!Snils.TryParse(text, out var snils))
        {
            if (!Snils.TryRestore(text, out snils))
            {
                return text;
            }

            row.Warn(ImportWarnings.ZeroRestored, column.Name, snils.ToString());
        }
        else if (cell.Shown is not null && cell.Text.Length < Snils.Length)
        {
            // The format of the cell shows the zero, the value has none: another program would lose it.
            row.Warn(ImportWarnings.ZeroRestored, column.Name, snils.ToString());
        }

        return snils.Digits;
    }
}
