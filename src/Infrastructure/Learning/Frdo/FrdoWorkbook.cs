using System.Globalization;
using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Infrastructure.Tables.Xlsx;

namespace MethodCenter.Infrastructure.Learning.Frdo;

/// <summary>Writes the template «ДПО»: one visible sheet, and a hidden one with the vocabularies (FRDO-1).</summary>
internal sealed class FrdoWorkbook : IFrdoWorkbook
{
    /// <summary>Numbers by their nature; all else is text, so that dates, zeros in front and СНИЛС stay as written.</summary>
    private static readonly FrdoColumn[] Numbers = [FrdoColumn.S, FrdoColumn.T, FrdoColumn.U];

    public async Task<byte[]> WriteAsync(
        IReadOnlyList<IReadOnlyList<string?>> rows,
        CancellationToken cancellationToken
    )
    {
        using var output = new MemoryStream();
        using var package = new XlsxPackage(output);
        WriteRows(package, rows);
        WriteChecks(package);
        await package.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return output.ToArray();
    }

    private static void WriteRows(XlsxPackage package, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        SheetColumn[] columns =
        [
            .. FrdoTemplate.Headers.Select(
                (header, place) =>
                    new SheetColumn(
                        Math.Clamp(header.Length, 14, 40),
                        Numbers.Contains((FrdoColumn)place) ? CellStyle.Plain : CellStyle.Text
                    )
            ),
        ];
        using var sheet = package.AddSheet(
            FrdoTemplate.Sheet,
            columns,
            frozenRows: 1,
            print: new SheetPrint(null, null, Grid: true)
        );
        sheet.BeginRow();
        foreach (var header in FrdoTemplate.Headers)
        {
            sheet.Text(header, CellStyle.Header);
        }

        sheet.EndRow();
        foreach (var row in rows)
        {
            sheet.BeginRow();
            for (var place = 0; place < row.Count; place++)
            {
                if (
                    Numbers.Contains((FrdoColumn)place)
                    && int.TryParse(row[place], CultureInfo.InvariantCulture, out var number)
                )
                {
                    sheet.Number(number);
                }
                else
                {
                    sheet.Text(row[place], CellStyle.Wrapped);
                }
            }

            sheet.EndRow();
        }

        var list = 0;
        foreach (var (column, words) in FrdoTemplate.Vocabularies)
        {
            var (letters, source) = (CellReference.Letters((int)column), CellReference.Letters(list++));
            sheet.Validate(
                $"""<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="{letters}2:{letters}{rows.Count + 1}"><formula1>'{FrdoTemplate.Checks}'!${source}$2:${source}${words.Count + 1}</formula1></dataValidation>"""
            );
        }

        sheet.End();
    }

    private static void WriteChecks(XlsxPackage package)
    {
        var lists = FrdoTemplate.Vocabularies;
        using var sheet = package.AddSheet(
            FrdoTemplate.Checks,
            [.. lists.Select(_ => new SheetColumn(40, CellStyle.Text))],
            frozenRows: 1,
            hidden: true
        );
        sheet.BeginRow();
        foreach (var column in lists.Keys)
        {
            sheet.Text(FrdoTemplate.Header(column), CellStyle.Header);
        }

        sheet.EndRow();
        for (var row = 0; row < lists.Values.Max(words => words.Count); row++)
        {
            sheet.BeginRow();
            foreach (var words in lists.Values)
            {
                sheet.Text(row < words.Count ? words[row] : null);
            }

            sheet.EndRow();
        }

        sheet.End();
    }
}
