using System.Globalization;
using System.Net;
using System.Text;
using MethodCenter.Application.Common.Papers;

namespace MethodCenter.Infrastructure.Papers;

/// <summary>A paper as one HTML file: no scripts, nothing from elsewhere, sized for A4.</summary>
internal static class HtmlPaper
{
    private const string PortraitPage = """
        @page { size: A4; margin: 20mm 15mm 20mm 25mm; }
        @media screen { body { max-width: 170mm; margin: 10mm auto; } }

        """;

    private const string LandscapePage = """
        @page { size: A4 landscape; margin: 20mm 15mm 20mm 15mm; }
        @media screen { body { max-width: 267mm; margin: 10mm auto; } }

        """;

    private const string Style = """
        body { font-family: "Times New Roman", Times, serif; font-size: 12pt; line-height: 1.35; color: #000; }
        @media print { body { margin: 0; } }
        p { margin: 0 0 4pt; overflow-wrap: anywhere; }
        table { width: calc(100% - 1pt); border-collapse: collapse; margin: 6pt 0; table-layout: fixed; }
        th, td { border: 0.5pt solid #000; padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
        table.parts { margin: 0; }
        table.parts > tbody > tr > td { border: 0; padding: 0 4pt; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        """;

    public static byte[] Write(Paper paper)
    {
        var html = new StringBuilder()
            .Append("<!DOCTYPE html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Escape(paper.Title))
            .Append("</title>\n<style>\n")
            .Append(paper.Landscape ? LandscapePage : PortraitPage)
            .Append(Style)
            .Append("\n</style>\n</head>\n<body>\n");
        foreach (var block in paper.Blocks)
        {
            Append(html, block);
        }

        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static void Append(StringBuilder html, PaperBlock block)
    {
        switch (block)
        {
            case PaperText text:
                var content = text.Text.Length == 0 ? "&nbsp;" : Escape(text.Text);
                html.Append(CultureInfo.InvariantCulture, $"<p style=\"{StyleOf(text)}\">{content}</p>\n");
                break;
            case PaperTable table:
                Append(html, table);
                break;
            case PaperColumns columns:
                html.Append("<table class=\"parts\"><tbody><tr>\n");
                foreach (var part in columns.Parts)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<td style=\"width:{part.Percent}%\">\n");
                    foreach (var inner in part.Blocks)
                    {
                        Append(html, inner);
                    }

                    html.Append("</td>\n");
                }

                html.Append("</tr></tbody></table>\n");
                break;
            case PaperImage image:
                var data = Convert.ToBase64String(image.Png.Span);
                html.Append(CultureInfo.InvariantCulture, $"<p style=\"text-align:{AlignOf(image.Align)}\">")
                    .Append(CultureInfo.InvariantCulture, $"<img src=\"data:image/png;base64,{data}\" ")
                    .Append(CultureInfo.InvariantCulture, $"style=\"width:{image.Millimetres}mm\" ")
                    .Append(CultureInfo.InvariantCulture, $"alt=\"{Escape(image.Alternative)}\"></p>\n");
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}.");
        }
    }

    private static void Append(StringBuilder html, PaperTable table)
    {
        html.Append("<table>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"col\" style=\"width:{column.Percent}%\">{Escape(column.Heading)}</th>"
            );
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                html.Append("<td>").Append(Escape(cell)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string StyleOf(PaperText text) =>
        $"text-align:{AlignOf(text.Align)};font-size:{text.Points.ToString(CultureInfo.InvariantCulture)}pt"
        + (text.Bold ? ";font-weight:bold" : "")
        + (text.Indented ? ";text-indent:12.5mm" : "")
        + (text.KeepWithNext ? ";break-after:avoid" : "");

    private static string AlignOf(PaperAlign align) =>
        align switch
        {
            PaperAlign.Centre => "center",
            PaperAlign.Right => "right",
            PaperAlign.Justify => "justify",
            _ => "left",
        };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
