using MiniExcelLibs;
using SpreadCheetah;

/// <summary>The same rows by the libraries that docs/adr/0010 weighs: cells only, no remarks, no limits.</summary>
internal static class Others
{
    public static async Task<long> WriteBySpreadCheetahAsync(Stream output, string[] headers, int rows)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(output);
        await workbook.StartWorksheetAsync("Лист");
        await workbook.AddHeaderRowAsync(headers);
        var cells = new DataCell[headers.Length];
        for (var row = 0; row < rows; row++)
        {
            var values = ValuesOf(row);
            for (var place = 0; place < cells.Length; place++)
            {
                cells[place] = values[place] switch
                {
                    DateTime day => new DataCell(day),
                    decimal number => new DataCell(number),
                    bool flag => new DataCell(flag),
                    var text => new DataCell((string?)text),
                };
            }

            await workbook.AddRowAsync(cells);
        }

        await workbook.FinishAsync();
        return output.Length;
    }

    public static long WriteByMiniExcel(Stream output, string[] headers, int rows)
    {
        MiniExcel.SaveAs(output, Enumerable.Range(0, rows).Select(Row));
        return output.Length;

        Dictionary<string, object?> Row(int row)
        {
            var values = ValuesOf(row);
            var named = new Dictionary<string, object?>(headers.Length);
            for (var place = 0; place < headers.Length; place++)
            {
                named[headers[place]] = values[place];
            }

            return named;
        }
    }

    public static long ReadByMiniExcel(Stream content)
    {
        content.Position = 0;
        var cells = 0L;
        foreach (IDictionary<string, object?> row in MiniExcel.Query(content, useHeaderRow: true))
        {
            cells += row.Count;
        }

        return cells;
    }

    private static object?[] ValuesOf(int row) =>
        [
            $"{row}",
            "Иванова",
            "Мария",
            $"Петровна{row % 977}",
            $"ГБОУ средняя школа № {row % 300} Приморского района",
            "учитель",
            new DateTime(2026, 9, 1).AddDays(-row % 5000),
            (row % 200) + 0.5m,
            row % 3 == 0,
            $"ООО \"Ромашка\"; {row}",
            $"8{row:0000000000}",
            false,
            null,
            $"примечание {row}",
        ];
}
