using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Writes the workbook of a report: on every sheet what was asked and when, then its table.</summary>
internal sealed class ReportWorkbooks : IReportWorkbooks
{
    public async Task WriteAsync(Stream output, ReportWorkbook workbook, CancellationToken cancellationToken)
    {
        using var package = new XlsxPackage(output);
        foreach (var table in workbook.Tables)
        {
            var top = Top(workbook);
            using var sheet = package.AddSheet(
                XlsxPackage.SheetName(table.Name),
                [.. table.Columns.Select(column => new SheetColumn(column.Width))],
                frozenRows: top.Count + 3
            );
            WriteTop(sheet, workbook.Title, top);
            sheet.BeginRow(sheet.Row + 2);
            foreach (var column in table.Columns)
            {
                sheet.Text(column.Header, CellStyle.Header);
            }

            sheet.EndRow();
            foreach (var row in table.Rows)
            {
                WriteRow(sheet, table.Columns, row);
                await package.WriteOutIfFullAsync(cancellationToken).ConfigureAwait(false);
            }

            sheet.End();
        }

        await package.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static List<ReportParameter> Top(ReportWorkbook workbook) =>
        [
            .. workbook.Parameters.Where(parameter => parameter.Value != ReportCell.Empty),
            new("Составлен", DateOnly.FromDateTime(workbook.ComputedAt.DateTime)),
            .. workbook.Basis.Length > 0
                ? [new ReportParameter("Что посчитано", workbook.Basis)]
                : Array.Empty<ReportParameter>(),
        ];

    private static void WriteTop(XlsxSheet sheet, string title, List<ReportParameter> top)
    {
        sheet.BeginRow();
        sheet.Text(title, CellStyle.Title);
        sheet.EndRow();
        foreach (var (name, value) in top)
        {
            sheet.BeginRow();
            Write(sheet, $"{name}:", CellStyle.TotalText, CellStyle.Total);
            Write(sheet, value, CellStyle.Text, CellStyle.Plain);
            sheet.EndRow();
        }
    }

    private static void WriteRow(XlsxSheet sheet, IReadOnlyList<ReportColumn> columns, ReportRow row)
    {
        sheet.BeginRow();
        for (var place = 0; place < row.Cells.Count; place++)
        {
            var tenths = columns[place].Kind == ReportColumnKind.Tenths;
            Write(
                sheet,
                row.Cells[place],
                row.IsTotal ? CellStyle.TotalText : CellStyle.Wrapped,
                (row.IsTotal, tenths) switch
                {
                    (true, true) => CellStyle.TotalTenths,
                    (true, false) => CellStyle.Total,
                    (false, true) => CellStyle.Tenths,
                    _ => CellStyle.Plain,
                }
            );
        }

        sheet.EndRow();
    }

    private static void Write(XlsxSheet sheet, ReportCell cell, CellStyle text, CellStyle number)
    {
        if (cell.Number is { } value)
        {
            sheet.Number(value, number);
        }
        else if (cell.Day is { } day)
        {
            sheet.Date(day.ToDateTime(TimeOnly.MinValue), CellStyle.Day);
        }
        else
        {
            sheet.Text(cell.Text, text);
        }
    }
}
