using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>The files that people fill in.</summary>
public sealed class TemplateTests
{
    internal static readonly TableTemplate Template = new(
        "Сотрудники: [список] / 2026",
        [
            new TableColumn("lastName", "Фамилия")
            {
                Required = true,
                MaxLength = 100,
                Hint = "Как в паспорте, \"с ё\" & без сокращений.",
                Example = "Ёлкина",
            },
            new TableColumn("position", "Должность")
            {
                Required = true,
                Type = TableColumnType.Code,
                Values = [new TableValue("teacher", "учитель"), new TableValue("tutor", "педагог-психолог <тест>")],
            },
            new TableColumn("hiredOn", "Принят") { Type = TableColumnType.Day, Example = "01.09.2026" },
            new TableColumn("hours", "Часы") { Type = TableColumnType.Whole },
            new TableColumn("rate", "Ставка") { Type = TableColumnType.Decimal },
            new TableColumn("retired", "На пенсии") { Type = TableColumnType.Flag },
            new TableColumn("note", "Примечание") { Hint = new string('я', 400) },
        ],
        ["Заполняйте первый лист.", "Не меняйте названий столбцов."]
    );

    [Fact]
    public async Task A_template_is_a_valid_workbook_with_lists_checks_and_instructions()
    {
        var workbook = await Files.TemplateAsync(TableFormat.Xlsx, Template);

        WritingTests.Validate(workbook);
        Files
            .Part(workbook, "xl/workbook.xml")
            .ShouldContain("<sheet name=\"Сотрудники   список    2026\" sheetId=\"1\"");
        var sheet = Files.Part(workbook, "xl/worksheets/sheet1.xml");
        sheet.ShouldContain("type=\"list\"");
        sheet.ShouldContain("<formula1>'Справочники'!$A$2:$A$3</formula1>");
        sheet.ShouldContain("<formula1>'Справочники'!$B$2:$B$3</formula1>");
        sheet.ShouldContain("type=\"date\"");
        sheet.ShouldContain("type=\"whole\"");
        sheet.ShouldContain("type=\"decimal\"");
        sheet.ShouldContain("type=\"textLength\"");
        sheet.ShouldContain("Обязательно. Как в паспорте, &quot;с ё&quot; &amp; без сокращений. Например: Ёлкина");
        sheet.ShouldContain("<c r=\"A1\" s=\"2\"");
        sheet.ShouldContain("<c r=\"C1\" s=\"1\"");
        sheet.ShouldContain("state=\"frozen\"");

        // Programs hold a rule for each cell: ranges of a million rows take them minutes.
        sheet.ShouldContain("sqref=\"C2:C5001\"");
        sheet.ShouldNotContain("1048576");
    }

    [Fact]
    public async Task A_filled_template_is_read_without_a_warning()
    {
        var workbook = await Files.TemplateAsync(TableFormat.Xlsx, Template);

        var table = await Files.ReadAsync(workbook, TableFormat.Xlsx);

        table.Header.ShouldBe(Template.Columns.Select(column => column.Header));
        table.Warnings.ShouldBeEmpty();
        table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_without_lists_has_no_sheet_of_lists()
    {
        var workbook = await Files.TemplateAsync(
            TableFormat.Xlsx,
            new TableTemplate("Справочники", [new TableColumn("a", "а")], [])
        );

        WritingTests.Validate(workbook);
        Files.Part(workbook, "xl/workbook.xml").ShouldContain("name=\"Данные\"");
        Files.Part(workbook, "xl/workbook.xml").ShouldNotContain("Справочники");
    }

    [Fact]
    public async Task A_template_of_text_is_the_header()
    {
        var text = Files.Text(await Files.TemplateAsync(TableFormat.Csv, Template));

        text.ShouldBe("\uFEFFФамилия;Должность;Принят;Часы;Ставка;На пенсии;Примечание\r\n");
    }

    [Fact]
    public async Task A_template_of_JSON_is_an_object_without_values()
    {
        var content = await Files.TemplateAsync(TableFormat.Ndjson, Template);

        Files.Text(content).ShouldStartWith("{\"lastName\":null,\"position\":null");
        var table = await Files.ReadAsync(
            content,
            TableFormat.Ndjson,
            [.. Template.Columns.Select(column => column.Name)]
        );
        table.Rows.Single().IsEmpty.ShouldBeTrue();
    }
}
