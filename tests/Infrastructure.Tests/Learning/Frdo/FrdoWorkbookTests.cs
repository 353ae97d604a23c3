using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Infrastructure.Learning.Frdo;
using MethodCenter.Infrastructure.Tests.Tables;

namespace MethodCenter.Infrastructure.Tests.Learning.Frdo;

/// <summary>The workbook for ФИС ФРДО as a program that people use opens it (FRDO-1).</summary>
public sealed class FrdoWorkbookTests
{
    private static readonly string?[] Row =
    [
        .. Enum.GetValues<FrdoColumn>()
            .Select(column =>
                column switch
                {
                    FrdoColumn.S => "2025",
                    FrdoColumn.U => "36",
                    FrdoColumn.Y => "09.03.1985",
                    FrdoColumn.AA => "087-654-303 00",
                    FrdoColumn.AE => "031",
                    FrdoColumn.AN => null,
                    _ => column.ToString(),
                }
            ),
    ];

    [Fact]
    public async Task The_same_rows_are_the_same_bytes() =>
        (await new FrdoWorkbook().WriteAsync([Row], TestContext.Current.CancellationToken)).ShouldBe(
            await new FrdoWorkbook().WriteAsync([Row], TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task LibreOffice_shows_the_headers_to_the_letter_and_the_values_as_written()
    {
        var content = await new FrdoWorkbook().WriteAsync([Row, Row], TestContext.Current.CancellationToken);

        var shown = await LibreOffice.ShowAsync(new Dictionary<string, byte[]> { ["frdo"] = content });

        var lines = shown["frdo-Шаблон.csv"].TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe(string.Join(';', FrdoTemplate.Headers));
        lines[1].Split(';').ShouldBe(Row.Select(cell => cell ?? ""));
        shown["frdo-Проверки.csv"].ShouldContain("Очно-заочная (вечерняя)");
    }
}
