using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Writes the workbook of a report: on every sheet what was asked and when, then its table.</summary>
internal sealed class ReportWorkbooks : IReportWorkbooks
{
    /// <summary>Characters that the head of a sheet takes beside each other, however narrow its table is.</summary>
    private const int HeadWidth = 90;
    private const int LabelWidth = 26;

    /// <summary>Width of the columns that the head takes beside a narrow table.</summary>
    private const int Beside = 10;

    /// <summary>A word of a cell that is longer may be broken.</summary>
    private const int LongestWord = 28;

    /// <summary>Characters beside each other for what was asked: the base of a report is a sentence or two.</summary>
    private const int ValueWidth = 60;

    private const double TitleHeight = 18;

    public async Task WriteAsync(Stream output, ReportWorkbook workbook, CancellationToken cancellationToken)
    {
        using var package = new XlsxPackage(output);
        foreach (var table in workbook.Tables)
        {
            var top = Top(workbook);
            List<SheetColumn> columns = [.. Widths(table).Select(width => new SheetColumn(width))];
            var span = Span(columns);
            using var sheet = package.AddSheet(
                XlsxPackage.SheetName(table.Name),
                columns,
                frozenRows: top.Count + (workbook.Centre.Length > 0 ? 4 : 3)
            );
            WriteTop(sheet, workbook, top, columns.Take(span).Select(column => column.Width).ToList());
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

    /// <summary>As wide as the report says, and no word is broken; what is wider than a page gives up what no text of it needs.</summary>
    private static int[] Widths(ReportTable table)
    {
        var (least, longest) = (new int[table.Columns.Count], new int[table.Columns.Count]);
        for (var place = 0; place < table.Columns.Count; place++)
        {
            var own = place;
            var texts = table
                .Rows.Select(row => own < row.Cells.Count ? row.Cells[own].Text : null)
                .OfType<string>()
                .ToList();
            var words = texts
                .SelectMany(text => text.Split(' ', '-'))
                .Select(word => word.Length)
                .DefaultIfEmpty()
                .Max();
            var header = table.Columns[place].Header.Split(' ', '-').Max(word => word.Length);
            var figures = table
                .Rows.Select(row => own < row.Cells.Count ? Figures(row.Cells[own]) : 0)
                .DefaultIfEmpty()
                .Max();
            least[place] = 2 + (int)(1.2 * Math.Max(Math.Max(header, figures), Math.Min(words, LongestWord)));
            longest[place] = 2 + texts.Select(text => text.Length).DefaultIfEmpty().Max();
        }

        int[] widths = [.. table.Columns.Select((column, place) => Math.Max(column.Width, least[place]))];
        return widths.Sum() <= XlsxSheet.LandscapeWidth
            ? widths
            : [.. widths.Select((width, place) => Math.Max(least[place], Math.Min(width, longest[place])))];
    }

    /// <summary>Signs of a number or a day: where they do not fit, a program shows «###».</summary>
    private static int Figures(ReportCell cell) =>
        cell.Day is not null ? "31.12.2026".Length
        : cell.Number is { } number
            ? number.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture).Length
        : 0;

    /// <summary>How many columns the head takes; beside a narrow table there are some for it alone.</summary>
    private static int Span(List<SheetColumn> columns)
    {
        var (span, width, label) = (0, 0, 0);
        while (span < 2 || width < HeadWidth || (span < columns.Count && width - label < ValueWidth))
        {
            if (label < LabelWidth)
            {
                label = width + (span < columns.Count ? columns[span].Width : Beside);
            }

            if (span == columns.Count)
            {
                columns.Add(new SheetColumn(Beside));
            }

            width += columns[span++].Width;
        }

        return span;
    }

    private static List<ReportParameter> Top(ReportWorkbook workbook) =>
        [
            .. workbook.Parameters.Where(parameter => parameter.Value != ReportCell.Empty),
            new("Составлен", DateOnly.FromDateTime(workbook.ComputedAt.DateTime)),
            .. workbook.Basis.Length > 0
                ? [new ReportParameter("Что посчитано", workbook.Basis)]
                : Array.Empty<ReportParameter>(),
        ];

    private static void WriteTop(XlsxSheet sheet, ReportWorkbook workbook, List<ReportParameter> top, List<int> widths)
    {
        double whole = widths.Sum();
        if (workbook.Centre.Length > 0)
        {
            Line(
                workbook.Centre,
                CellStyle.HeadName,
                XlsxSheet.LineHeight * XlsxSheet.Lines(workbook.Centre, whole * 0.95)
            );
        }

        Line(workbook.Title, CellStyle.Title, TitleHeight * XlsxSheet.Lines(workbook.Title, whole * 0.7));
        var labels = 0;
        for (var width = 0; width < LabelWidth && labels < widths.Count - 1; labels++)
        {
            width += widths[labels];
        }

        double label = widths.Take(labels).Sum();
        foreach (var (name, value) in top)
        {
            var lines = Math.Max(
                XlsxSheet.Lines($"{name}:", label * 0.9),
                XlsxSheet.Lines(value.Text ?? "", (whole - label) * 0.95)
            );
            sheet.BeginRow(height: XlsxSheet.LineHeight * lines);
            sheet.Text($"{name}:", CellStyle.HeadName);
            sheet.Merge(0, labels - 1);
            sheet.MoveTo(labels);
            Write(sheet, value, CellStyle.HeadText, CellStyle.HeadNumber, CellStyle.HeadDay);
            sheet.Merge(labels, widths.Count - 1);
            sheet.EndRow();
        }

        void Line(string text, CellStyle style, double height)
        {
            sheet.BeginRow(height: height);
            sheet.Text(text, style);
            sheet.Merge(0, widths.Count - 1);
            sheet.EndRow();
        }
    }

    private static void WriteRow(XlsxSheet sheet, IReadOnlyList<ReportColumn> columns, ReportRow row)
    {
        sheet.BeginRow();
        for (var place = 0; place < columns.Count; place++)
        {
            var cell = place < row.Cells.Count ? row.Cells[place] : ReportCell.Empty;
            Write(
                sheet,
                cell,
                row.IsTotal ? CellStyle.TotalText : CellStyle.Cell,
                NumberStyle(columns[place].Kind, cell.Number, row.IsTotal),
                row.IsTotal ? CellStyle.TotalDay : CellStyle.CellDay
            );
        }

        sheet.EndRow();
    }

    private static CellStyle NumberStyle(ReportColumnKind kind, decimal? number, bool total) =>
        (kind, total) switch
        {
            (ReportColumnKind.Tenths, true) => CellStyle.TotalTenths,
            (ReportColumnKind.Tenths, false) => CellStyle.Tenths,
            (ReportColumnKind.Ordinal, true) => CellStyle.TotalOrdinal,
            (ReportColumnKind.Ordinal, false) => CellStyle.Ordinal,
            (_, true) => number % 1 == 0 ? CellStyle.Total : CellStyle.TotalFraction,
            _ => number % 1 == 0 ? CellStyle.Count : CellStyle.Fraction,
        };

    private static void Write(XlsxSheet sheet, ReportCell cell, CellStyle text, CellStyle number, CellStyle day)
    {
        if (cell.Number is { } value)
        {
            sheet.Number(value, number);
        }
        else if (cell.Day is { } date)
        {
            sheet.Date(date.ToDateTime(TimeOnly.MinValue), day);
        }
        else if (string.IsNullOrEmpty(cell.Text))
        {
            sheet.Empty(text); // its borders
        }
        else
        {
            sheet.Text(cell.Text, text);
        }
    }
}
