using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MethodCenter.Application.Common.Papers;

namespace MethodCenter.Infrastructure.Papers;

/// <summary>A paper as a Word document, A4.</summary>
internal static class DocxPaper
{
    private const int ShortSide = 11906;
    private const int LongSide = 16838;
    private const int Left = 1417;
    private const int Right = 850;
    private const int Vertical = 1134;

    /// <summary>Width of the first line's indent: 12.5 mm.</summary>
    private const string Indent = "709";

    public static byte[] Write(Paper paper)
    {
        using var content = new MemoryStream();
        using (var document = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = Clean(paper.Title);
            document.PackageProperties.Language = "ru-RU";
            var main = document.AddMainDocumentPart();
            var sheet = new Sheet(main);
            var (width, height, left) = paper.Landscape ? (LongSide, ShortSide, Right) : (ShortSide, LongSide, Left);
            var body = new Body();
            sheet.Append(body, paper.Blocks, width - left - Right);
            body.Append(
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = NumberPages(main) },
                    new PageSize
                    {
                        Width = (uint)width,
                        Height = (uint)height,
                        Orient = paper.Landscape ? PageOrientationValues.Landscape : PageOrientationValues.Portrait,
                    },
                    new PageMargin
                    {
                        Top = Vertical,
                        Bottom = Vertical,
                        Left = (uint)left,
                        Right = Right,
                        Header = 567,
                        Footer = 567,
                        Gutter = 0,
                    },
                    // The first page bears no number, the others do.
                    new TitlePage()
                )
            );
            main.Document = new Document(body);
        }

        return content.ToArray();
    }

    private static string NumberPages(MainDocumentPart main)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField(Run("2", 12, bold: false)) { Instruction = "PAGE" }
            )
        );
        return main.GetIdOfPart(header);
    }

    /// <summary>What is counted on the way through a paper.</summary>
    private sealed class Sheet(MainDocumentPart main)
    {
        private uint _pictures;

        public void Append(OpenXmlCompositeElement place, IReadOnlyList<PaperBlock> blocks, int width)
        {
            foreach (var block in blocks)
            {
                place.Append(
                    block switch
                    {
                        PaperText text => Paragraph(text),
                        PaperTable table => Table(table, width),
                        PaperImage image => Picture(main, image, ++_pictures),
                        PaperColumns columns => Columns(columns, width),
                        _ => throw new InvalidOperationException($"No Word block for {block.GetType().Name}."),
                    }
                );
            }
        }

        private Table Columns(PaperColumns columns, int width)
        {
            var widths = columns.Parts.Select(part => width * part.Percent / 100).ToList();
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            foreach (var (part, own) in columns.Parts.Zip(widths))
            {
                var cell = new TableCell(
                    new TableCellProperties(
                        new TableCellWidth
                        {
                            Width = own.ToString(CultureInfo.InvariantCulture),
                            Type = TableWidthUnitValues.Dxa,
                        }
                    )
                );
                Append(cell, part.Blocks, own);
                if (part.Blocks is [] or [.., not (PaperText or PaperImage)])
                {
                    // Word wants a paragraph at the end of a cell.
                    cell.Append(new Paragraph());
                }

                row.Append(cell);
            }

            return new Table(
                new TableProperties(
                    new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                    new TableLayout { Type = TableLayoutValues.Fixed }
                ),
                Grid(widths),
                row
            );
        }
    }

    private static TableGrid Grid(IEnumerable<int> widths) =>
        new(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) }));

    private static Paragraph Paragraph(PaperText text)
    {
        var properties = new ParagraphProperties();
        if (text.KeepWithNext)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(new SpacingBetweenLines { After = "80" });
        if (text.Indented)
        {
            properties.Append(new Indentation { FirstLine = Indent });
        }

        properties.Append(new Justification { Val = Align(text.Align) });
        return new Paragraph(properties, Run(text.Text, text.Points, text.Bold));
    }

    private static Run Run(string text, int points, bool bold)
    {
        var properties = new RunProperties(
            new RunFonts
            {
                Ascii = "Times New Roman",
                HighAnsi = "Times New Roman",
                ComplexScript = "Times New Roman",
            }
        );
        if (bold)
        {
            properties.Append(new Bold());
        }

        // Word counts in half points.
        properties.Append(new FontSize { Val = (points * 2).ToString(CultureInfo.InvariantCulture) });
        properties.Append(new Languages { Val = "ru-RU" });
        return new Run(properties, new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Table(PaperTable table, int width)
    {
        var widths = table
            .Columns.Select(column => (width * column.Percent / 100).ToString(CultureInfo.InvariantCulture))
            .ToList();
        var result = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    Border<TopBorder>(),
                    Border<LeftBorder>(),
                    Border<BottomBorder>(),
                    Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>()
                ),
                new TableLayout { Type = TableLayoutValues.Fixed }
            ),
            new TableGrid(widths.Select(own => new GridColumn { Width = own }))
        );
        var heading = Row(table.Columns.Select(column => column.Heading), widths, bold: true);
        heading.PrependChild(new TableRowProperties(new CantSplit(), new TableHeader()));
        result.Append(heading);
        foreach (var cells in table.Rows)
        {
            var row = Row(cells, widths, bold: false);
            row.PrependChild(new TableRowProperties(new CantSplit()));
            result.Append(row);
        }

        return result;
    }

    private static TableRow Row(IEnumerable<string> cells, List<string> widths, bool bold) =>
        new(
            cells.Select(
                (cell, place) =>
                    new TableCell(
                        new TableCellProperties(
                            new TableCellWidth { Width = widths[place], Type = TableWidthUnitValues.Dxa }
                        ),
                        new Paragraph(Run(cell, 11, bold))
                    )
            )
        );

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static Paragraph Picture(MainDocumentPart main, PaperImage image, uint number)
    {
        var part = main.AddImagePart(ImagePartType.Png);
        using (var png = new MemoryStream(image.Png.ToArray()))
        {
            part.FeedData(png);
        }

        return new Paragraph(
            new ParagraphProperties(new Justification { Val = Align(image.Align) }),
            new Run(DocxPicture.Of(main.GetIdOfPart(part), image, number))
        );
    }

    /// <summary>XML knows no control characters; a line break within a paragraph becomes a space.</summary>
    internal static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                clean.Append(rune.Value is '\t' or '\n' ? " " : "");
            }
            else if (rune.Value is not (0xFFFE or 0xFFFF))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static JustificationValues Align(PaperAlign align) =>
        align switch
        {
            PaperAlign.Centre => JustificationValues.Center,
            PaperAlign.Right => JustificationValues.Right,
            PaperAlign.Justify => JustificationValues.Both,
            _ => JustificationValues.Left,
        };
}
