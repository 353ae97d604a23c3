using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>What we write is opened by a program that people use, and shows what it should.</summary>
public sealed class OfficeTests
{
    [Fact]
    public async Task LibreOffice_shows_the_template_an_export_and_an_annotated_result()
    {
        var shown = await LibreOffice.ShowAsync(
            new Dictionary<string, byte[]>
            {
                ["template"] = await Files.TemplateAsync(TableFormat.Xlsx, TemplateTests.Template),
                ["export"] = await ExportAsync(),
                ["annotated"] = await Files.AnnotateAsync(
                    AnnotationTests.Original(),
                    TableFormat.Xlsx,
                    new TableRemark(0, null, "error", "О файле.", null),
                    new TableRemark(3, "Дата", "error", "Дата в будущем.", null)
                ),
            }
        );

        Lines(shown, "template-Сотрудники   список    2026.csv")
            .ShouldBe(["Фамилия;Должность;Принят;Часы;Ставка;На пенсии;Примечание"]);
        Lines(shown, "template-Справочники.csv")
            .ShouldBe(["Должность;На пенсии", "учитель;да", "педагог-психолог <тест>;нет"]);
        Lines(shown, "template-Как заполнять.csv").ShouldContain("Принят;hiredOn;дата дд.мм.гггг;нет;;01.09.2026");
        Lines(shown, "export-Данные.csv")
            .ShouldBe([
                "Фамилия;Часы;Ставка;Дата;Записан;Работает",
                "=1+1;72;1.5;01.09.2026;01.09.2026 18:30:05;да",
                "007 «ё» 🐟;-5;-0.5;29.02.1904;;нет",
            ]);
        Lines(shown, "annotated-Список.csv")
            .ShouldBe([
                "Педагоги",
                ";Фамилия;Школа;Дата;Часы;Замечания",
                ";Ёлкина & Ко;№ 5;01.09.2026;72;Дата: Дата в будущем.",
                "",
                ";Петров;№ 5;01.09.2026 12:00:00;#REF!",
                ";TRUE;№ 5;;0.3;;рядом",
            ]);
        Lines(shown, "annotated-Замечания к файлу.csv").ShouldContain(";;О файле.");
    }

    [Fact]
    public async Task What_LibreOffice_saves_is_read()
    {
        var saved = await LibreOffice.ConvertAsync(
            new Dictionary<string, byte[]>
            {
                ["export"] = await ExportAsync(),
                ["merged"] = AnnotationTests.Original(),
            },
            "xlsx",
            "*.xlsx"
        );

        var export = await Files.ReadAsync(saved["export.xlsx"], TableFormat.Xlsx);
        export.Header.ShouldBe(WritingTests.Columns.Select(column => column.Header));
        export.Texts.ShouldBe([
            ["=1+1", "72", "1.5", "2026-09-01", "2026-09-01T18:30:05", "да"],
            ["007 «ё» 🐟", "-5", "-0.5", "1904-02-29", "", "нет"],
        ]);
        var merged = await Files.ReadAsync(saved["merged.xlsx"], TableFormat.Xlsx);
        merged.HeaderRow.ShouldBe(2);
        merged.Cell(3, "Фамилия").ShouldBe(new Cell("Ёлкина & Ко", CellMarks.FromText));
        merged.Cell(3, "Дата").ShouldBe(new Cell("2026-09-01", CellMarks.Date));
        merged.Cell(3, "Часы").ShouldBe(new Cell("72", CellMarks.Number | CellMarks.Formula));
        merged.Cell(5, "Школа").ShouldBe(new Cell("№ 5", CellMarks.FromText | CellMarks.Merged));
    }

    [Fact]
    public async Task A_workbook_of_the_old_format_is_refused_with_advice()
    {
        var saved = await LibreOffice.ConvertAsync(
            new Dictionary<string, byte[]> { ["old"] = await ExportAsync() },
            "xls",
            "*.xls"
        );

        (await Files.RefusalAsync(saved["old.xls"], TableFormat.Xlsx)).Code.ShouldBe("table.old-excel");
    }

    private static Task<byte[]> ExportAsync() =>
        Files.WriteAsync(
            TableFormat.Xlsx,
            WritingTests.Columns,
            async writer =>
            {
                writer.Text("=1+1");
                writer.Number(72);
                writer.Number(1.5m);
                writer.Day(new DateOnly(2026, 9, 1));
                writer.Instant(new DateTimeOffset(2026, 9, 1, 18, 30, 5, TimeSpan.FromHours(3)));
                writer.Flag(true);
                await writer.EndRowAsync(Files.Cancel);
                writer.Text("007 «ё» 🐟");
                writer.Number(-5);
                writer.Number(-0.5m);
                writer.Day(new DateOnly(1904, 2, 29));
                writer.Instant(null);
                writer.Flag(false);
                await writer.EndRowAsync(Files.Cancel);
            }
        );

    private static string[] Lines(IReadOnlyDictionary<string, string> shown, string sheet)
    {
        shown.Keys.ShouldContain(sheet);
        return [.. shown[sheet].TrimEnd('\n').Split('\n').Select(line => line.TrimEnd(';'))];
    }
}
