using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Infrastructure.Papers;
using MethodCenter.Infrastructure.Tests.Tables;

namespace MethodCenter.Infrastructure.Tests.Papers;

/// <summary>One paper in both formats: Word finds no fault in it, the page brings nothing to life.</summary>
public sealed class PaperTests
{
    private const string Hostile = "<img src=x onerror=\"alert('1')\">&\u0001\uFFFF 🎓";

    private static readonly PaperWriter Writer = new();

    [Fact]
    public void Word_finds_no_fault_in_it()
    {
        using var content = new MemoryStream(Writer.Write(Sample(), PaperFormat.Docx));
        using var document = WordprocessingDocument.Open(content, isEditable: false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document, Files.Cancel)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldContain("О зачислении слушателей");
        text.ShouldContain("onerror=\"alert('1')\">& 🎓");
        document.MainDocumentPart.ImageParts.Count().ShouldBe(2);
    }

    [Fact]
    public void The_page_escapes_every_text_and_fetches_nothing()
    {
        var page = Encoding.UTF8.GetString(Writer.Write(Sample(), PaperFormat.Html));

        page.ShouldStartWith("<!DOCTYPE html>");
        page.ShouldContain("@page { size: A4;");
        page.ShouldNotContain("<img src=x");
        page.ShouldContain("&lt;img src=x");
        page.ShouldNotContain("http");
        page.ShouldNotContain("<script");
        page.Split("src=\"data:image/png;base64,").Length.ShouldBe(3);
    }

    [Fact]
    public async Task LibreOffice_opens_it()
    {
        var saved = await LibreOffice.ConvertAsync(
            new Dictionary<string, byte[]> { ["paper"] = Writer.Write(Sample(), PaperFormat.Docx) },
            "txt:Text (encoded):UTF8",
            "*.txt",
            ".docx"
        );

        var text = Encoding.UTF8.GetString(saved["paper.txt"]);
        text.ShouldContain("О зачислении слушателей");
        text.ShouldContain("Тестова Анна Ивановна");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("https://example.org/", "https://example.org/api/v1/public/certificates/CODE")]
    [InlineData("https://example.org/mc/", "https://example.org/mc/api/v1/public/certificates/CODE")]
    public void Papers_lead_to_the_public_address_and_to_nothing_without_it(string? setting, string? link) =>
        PublicAddress.Of(setting).Verification("CODE").ShouldBe(link);

    [Theory]
    [InlineData("example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://example.org?x=1")]
    public void A_wrong_public_address_stops_the_start(string setting) =>
        Should.Throw<InvalidOperationException>(() => PublicAddress.Of(setting));

    private static Paper Sample()
    {
        var png = new QrCodes().Draw("https://example.org/api/v1/public/certificates/CODE");
        return new Paper
        {
            Title = "Приказ " + Hostile,
            Blocks =
            [
                new PaperText("О зачислении слушателей")
                {
                    Align = PaperAlign.Centre,
                    Bold = true,
                    Points = 16,
                },
                new PaperText(""),
                new PaperText(Hostile) { Align = PaperAlign.Justify, Indented = true },
                new PaperTable(
                    [new PaperColumn("№", 10), new PaperColumn("Слушатель", 90)],
                    [
                        ["1", "Тестова Анна Ивановна"],
                        ["2", Hostile],
                    ]
                ),
                new PaperImage(png, 30, Hostile),
                new PaperImage(png, 20, "ещё раз") { Align = PaperAlign.Right },
            ],
        };
    }
}
