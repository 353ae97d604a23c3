using MethodCenter.Api.Http;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Tests.Common;

/// <summary>Names of files: in Russian by RFC 8187, in Latin letters for who does not read it (RFC 6266).</summary>
public sealed class FileNamesTests
{
    [Fact]
    public void A_name_stands_in_both_forms()
    {
        var header = FileNames.Attachment("Приказ о зачислении № 17-у от 20.10.2025", "docx");

        header.ShouldBe(
            "attachment; filename=\"Prikaz o zachislenii N 17-u ot 20.10.2025.docx\"; filename*=UTF-8''"
                + "%D0%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B7%20%D0%BE%20%D0%B7%D0%B0%D1%87%D0%B8%D1%81%D0%BB%D0%B5%D0%BD%D0%B8%D0%B8"
                + "%20%E2%84%96%2017-%D1%83%20%D0%BE%D1%82%2020.10.2025.docx"
        );
        var read = ContentDispositionHeaderValue.Parse(header);
        read.FileNameStar.Value.ShouldBe("Приказ о зачислении № 17-у от 20.10.2025.docx");
    }

    [Fact]
    public void A_name_of_plain_letters_stands_once() =>
        FileNames.Inline("staff", "csv").ShouldBe("inline; filename=\"staff.csv\"");

    [Theory]
    [InlineData("Приказ № 1/2", "Приказ № 1-2")]
    [InlineData("..\\..\\etc/passwd", "-..-etc-passwd")]
    [InlineData("a\r\nSet-Cookie: x=1", "a Set-Cookie- x=1")]
    [InlineData("отчёт\u202Excod.exe", "отчёт xcod.exe")]
    [InlineData("«Кавычки» и \"кавычки\"", "«Кавычки» и 'кавычки'")]
    [InlineData("конец. ", "конец")]
    [InlineData(" . ", "file")]
    public void It_holds_nothing_that_a_file_system_or_a_header_takes_amiss(string name, string clean) =>
        FileNames.Clean(name).ShouldBe(clean);

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var clean = FileNames.Clean(new string('я', 119) + "🎓🎓");

        clean.ShouldBe(new string('я', 119));
    }

    [Fact]
    public void No_name_breaks_its_header()
    {
        foreach (var name in new[] { "\"; filename=\"x", "тест\u0000", "🎓", new string('"', 500), "%D0'’" })
        {
            var header = FileNames.Attachment(name, "xlsx");

            header.ShouldAllBe(symbol => symbol >= ' ' && symbol <= '~');
            ContentDispositionHeaderValue.TryParse(header, out var read).ShouldBeTrue(header);
            (
                read!.FileNameStar.HasValue
                    ? read.FileNameStar.Value
                    : HeaderUtilities.RemoveQuotes(read.FileName).Value
            )!.ShouldBe(FileNames.Clean(name) + ".xlsx");
        }
    }
}
