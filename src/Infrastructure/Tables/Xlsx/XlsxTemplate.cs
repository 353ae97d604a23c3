using System.Globalization;
using System.Security;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>
/// Writes a workbook to be filled in: the sheet of the table with hints, lists and checks, the lists themselves, and a page
/// that explains the columns.
/// </summary>
internal sealed class XlsxTemplate(TableTemplate template)
{
    /// <summary>What Excel shows of a title and of a text beside a cell.</summary>
    private const int LongestTitle = 32;
    private const int LongestHint = 250;
    private const int LongestProblem = 220;

    private static readonly int[] InstructionWidths = [30, 28, 24, 14, 60, 30];

    /// <summary>
    /// Rows that are checked while they are typed. Programs keep a rule for every cell of its range: a million rows of each
    /// column took some of them minutes to open.
    /// </summary>
    private const int CheckedRows = 5_000;

    private static readonly IReadOnlyList<TableValue> Flags =
    [
        new TableValue("true", TableWords.Yes),
        new TableValue("false", TableWords.No),
    ];

    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        using var package = new XlsxPackage(output);
        var lists = template.Columns.Where(column => Values(column).Count > 0).ToList();
        WriteTable(package, lists);
        if (lists.Count > 0)
        {
            WriteLists(package, lists);
        }

        WriteInstructions(package);
        await package.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IReadOnlyList<TableValue> Values(TableColumn column) =>
        column.Type switch
        {
            TableColumnType.Flag => Flags,
            TableColumnType.Code => column.Values,
            _ => [],
        };

    private void WriteTable(XlsxPackage package, List<TableColumn> lists)
    {
        var name = XlsxPackage.SheetName(template.Title);
        using var sheet = package.AddSheet(
            TableWords.Pages.Contains(name) ? TableWords.Data : name,
            [.. template.Columns.Select(XlsxTableWriter.Show)],
            frozenRows: 1,
            print: new SheetPrint(template.Title, null, Grid: true)
        );
        sheet.BeginRow();
        for (var index = 0; index < template.Columns.Count; index++)
        {
            var column = template.Columns[index];
            sheet.Text(column.Header, column.Required ? CellStyle.RequiredHeader : CellStyle.Header);
            var letters = CellReference.Letters(index);
            sheet.Validate(Rule("", Hint(column), "", "", $"{letters}1", column.Header));
            sheet.Validate(RuleOf(column, $"{letters}2:{letters}{CheckedRows + 1}", lists.IndexOf(column)));
        }

        sheet.EndRow();
        sheet.Filter(1, template.Columns.Count);
        sheet.End();
    }

    private static string RuleOf(TableColumn column, string cells, int list)
    {
        var (kind, problem, formulas) = column.Type switch
        {
            TableColumnType.Day => (
                "type=\"date\" operator=\"between\"",
                "Введите дату, например 01.09.2026.",
                "<formula1>1</formula1><formula2>2958465</formula2>"
            ),
            TableColumnType.Whole => (
                "type=\"whole\" operator=\"between\"",
                "Введите целое число.",
                $"<formula1>{int.MinValue}</formula1><formula2>{int.MaxValue}</formula2>"
            ),
            TableColumnType.Decimal => (
                "type=\"decimal\" operator=\"between\"",
                "Введите число.",
                "<formula1>-1000000000000</formula1><formula2>1000000000000</formula2>"
            ),
            TableColumnType.Text when column.MaxLength is { } most => (
                "type=\"textLength\" operator=\"lessThanOrEqual\"",
                $"Не более {most} знаков.",
                $"<formula1>{most}</formula1>"
            ),
            _ when list >= 0 => (
                "type=\"list\"",
                "Выберите значение из списка.",
                $"<formula1>'{TableWords.Vocabulary}'!${CellReference.Letters(list)}$2:${CellReference.Letters(list)}${Values(column).Count + 1}</formula1>"
            ),
            _ => ("", "", ""),
        };
        return Rule(kind, Hint(column), problem, formulas, cells, column.Header);
    }

    private static string Rule(string kind, string hint, string problem, string formulas, string cells, string title)
    {
        var name = Cut(title, LongestTitle);
        var check =
            problem.Length > 0
                ? $" showErrorMessage=\"1\" errorTitle=\"{name}\" error=\"{Cut(problem, LongestProblem)}\""
                : "";
        return $"<dataValidation {kind} allowBlank=\"1\" showInputMessage=\"1\"{check} promptTitle=\"{name}\" prompt=\"{Cut(hint, LongestHint)}\" sqref=\"{cells}\">{formulas}</dataValidation>";
    }

    private static string Hint(TableColumn column) =>
        string.Join(
            " ",
            new[]
            {
                column.Required ? "Обязательно." : "Можно не заполнять.",
                column.Hint,
                column.Example is null ? null : $"Например: {column.Example}",
            }.Where(part => !string.IsNullOrEmpty(part))
        );

    private void WriteLists(XlsxPackage package, List<TableColumn> lists)
    {
        using var sheet = package.AddSheet(
            TableWords.Vocabulary,
            [
                .. lists.Select(column => new SheetColumn(
                    Math.Max(
                        XlsxTableWriter.Show(column).Width,
                        Math.Clamp((int)(Values(column).Max(value => value.Text.Length) * 1.1) + 2, 12, 60)
                    ),
                    CellStyle.Text
                )),
            ],
            frozenRows: 1,
            print: new SheetPrint(template.Title, TableWords.Vocabulary, Grid: true)
        );
        sheet.BeginRow();
        foreach (var column in lists)
        {
            sheet.Text(column.Header, CellStyle.Header);
        }

        sheet.EndRow();
        for (var row = 0; row < lists.Max(column => Values(column).Count); row++)
        {
            sheet.BeginRow();
            foreach (var values in lists.Select(Values))
            {
                sheet.Text(row < values.Count ? values[row].Text : null, CellStyle.Wrapped);
            }

            sheet.EndRow();
        }

        sheet.End();
    }

    private void WriteInstructions(XlsxPackage package)
    {
        using var sheet = package.AddSheet(
            TableWords.Instructions,
            [.. InstructionWidths.Select(width => new SheetColumn(width))],
            frozenRows: 0
        );
        sheet.BeginRow();
        sheet.Text(template.Title, CellStyle.Title);
        sheet.EndRow();
        foreach (var note in template.Notes)
        {
            sheet.BeginRow(height: XlsxSheet.LineHeight * XlsxSheet.Lines(note, InstructionWidths.Sum() * 0.8));
            sheet.Text(note, CellStyle.HeadText);
            sheet.Merge(0, InstructionWidths.Length - 1);
            sheet.EndRow();
        }

        sheet.BeginRow(sheet.Row + 2);
        foreach (var title in (string[])["Столбец", "Имя в JSON", "Что вводить", "Обязателен", "Пояснение", "Пример"])
        {
            sheet.Text(title, CellStyle.Header);
        }

        sheet.EndRow();
        foreach (var column in template.Columns)
        {
            sheet.BeginRow();
            Cell(column.Header);
            Cell(column.Name);
            Cell(Kind(column));
            Cell(column.Required ? TableWords.Yes : TableWords.No);
            Cell(column.Hint);
            Cell(column.Example);
            sheet.EndRow();
        }

        sheet.End();

        void Cell(string? text)
        {
            if (string.IsNullOrEmpty(text))
            {
                sheet.Empty(CellStyle.Cell);
            }
            else
            {
                sheet.Text(text, CellStyle.Cell);
            }
        }
    }

    private static string Kind(TableColumn column) =>
        column.Type switch
        {
            TableColumnType.Whole => "целое число",
            TableColumnType.Decimal => "число",
            TableColumnType.Day => "дата дд.мм.гггг",
            TableColumnType.Flag => $"{TableWords.Yes} или {TableWords.No}",
            TableColumnType.Code => $"значение с листа «{TableWords.Vocabulary}»",
            _ when column.MaxLength is { } most => string.Create(
                CultureInfo.InvariantCulture,
                $"текст, не более {most} знаков"
            ),
            _ => "текст",
        };

    /// <summary>A text that fits and can stand in an attribute.</summary>
    private static string Cut(string text, int most) =>
        SecurityElement.Escape(text.Length <= most ? text : text[..(most - 1)] + "…");
}
