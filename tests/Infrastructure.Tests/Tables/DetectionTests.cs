using System.Text;
using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>The format is recognised from the content first: browsers name types as they please.</summary>
public sealed class DetectionTests
{
    [Theory]
    [InlineData("PK\u0003\u0004", null, TableFormat.Xlsx)]
    [InlineData("PK\u0003\u0004", "text/csv", TableFormat.Xlsx)]
    [InlineData("а;б\n", null, TableFormat.Csv)]
    [InlineData("а;б\n", "application/vnd.ms-excel", TableFormat.Csv)]
    [InlineData("а;б\n", "application/octet-stream", TableFormat.Csv)]
    [InlineData("{\"a\":1}", null, TableFormat.Ndjson)]
    [InlineData("\uFEFF \n{\"a\":1}", "text/plain", TableFormat.Ndjson)]
    [InlineData("[{\"a\":1}]", null, TableFormat.Ndjson)]
    [InlineData("{а};{б}\n", "text/csv; charset=windows-1251", TableFormat.Csv)]
    [InlineData("", "text/csv", TableFormat.Csv)]
    [InlineData("", "application/x-ndjson", TableFormat.Ndjson)]
    [InlineData("", null, null)]
    [InlineData("%PDF-1.7", "text/csv", null)]
    [InlineData("ab\0c", null, null)]
    public void The_format_is_told(string beginning, string? type, TableFormat? format) =>
        Files.Service.Detect(Encoding.UTF8.GetBytes(beginning), type).ShouldBe(format);

    [Fact]
    public void Old_and_protected_workbooks_are_workbooks_and_UTF_16_is_text()
    {
        Files.Service.Detect([0xD0, 0xCF, 0x11, 0xE0, 0xA1], null).ShouldBe(TableFormat.Xlsx);
        Files.Service.Detect([0xFF, 0xFE, 0x41, 0x00], null).ShouldBe(TableFormat.Csv);
        Files.Service.Detect(Files.In1251("Фамилия;Имя"), null).ShouldBe(TableFormat.Csv);
    }
}
