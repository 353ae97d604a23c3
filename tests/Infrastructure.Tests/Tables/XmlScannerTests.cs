using System.Text;
using System.Xml;
using MethodCenter.Infrastructure.Tables.Xlsx;
using XmlText = MethodCenter.Infrastructure.Tables.Xlsx.XmlText;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>Our scanner against the XML reader of the framework, on XML that nobody thought of.</summary>
public sealed class XmlScannerTests
{
    private static readonly string[] Names = ["c", "row", "x:v", "is", "long.name-1", "ы"];
    private static readonly string[] Values = ["", "A1", "a > b", "'", "&lt;&#65;", "щ 🐟", new('я', 5_000)];
    private static readonly string[] Texts =
    [
        "текст",
        " ",
        "\n\t",
        "a]]b",
        "&amp;&lt;&gt;&quot;&apos;",
        "&#x1F41F;&#1078;",
        "🐟",
        "1\r\n2\r3",
        new('щ', 100_000),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Both_see_the_same(int seed)
    {
        var random = new Random(seed);
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<root xmlns:x=\"urn:x\">");
        for (var piece = 0; piece < 300; piece++)
        {
            Element(xml, random, 0);
        }

        xml.Append("</root>");

        Scanned(xml.ToString()).ShouldBe(Known(xml.ToString()));
    }

    [Fact]
    public void A_skip_finds_the_tag_wherever_it_stands()
    {
        for (var padding = 131_000; padding < 131_200; padding++)
        {
            var xml = $"<a>mergeCells<b c=\"mergeCells\"/>{new string('x', padding)}<p:mergeCells n='1'/><c/></a>";
            using var scanner = new XmlScanner(new MemoryStream(Encoding.UTF8.GetBytes(xml)));

            scanner.SkipTo("mergeCells"u8).ShouldBeTrue();
            Encoding.UTF8.GetString(scanner.Attribute("n"u8)).ShouldBe("1");
            scanner.Read().ShouldBe(XmlPiece.Open);
            scanner.SkipTo("mergeCells"u8).ShouldBeFalse();
        }
    }

    private static void Element(StringBuilder xml, Random random, int depth)
    {
        var name = Names[random.Next(Names.Length)];
        xml.Append('<').Append(name);
        for (var index = 0; index < random.Next(4); index++)
        {
            var quote = random.Next(2) == 0 ? '"' : '\'';
            var value = Values[random.Next(Values.Length)];
            if (!value.Contains(quote))
            {
                xml.Append(random.Next(2) == 0 ? " " : "\n ").Append('a').Append(index).Append('=').Append(quote);
                xml.Append(value).Append(quote);
            }
        }

        if (random.Next(4) == 0)
        {
            xml.Append(random.Next(2) == 0 ? "/>" : " />");
            return;
        }

        xml.Append('>');
        for (var child = random.Next(4); child > 0; child--)
        {
            switch (random.Next(depth < 4 ? 4 : 2))
            {
                case 0:
                    xml.Append(Texts[random.Next(Texts.Length)]);
                    break;
                case 1:
                    xml.Append("<!-- <row> & -->");
                    break;
                default:
                    Element(xml, random, depth + 1);
                    break;
            }
        }

        xml.Append("</").Append(name).Append(random.Next(2) == 0 ? ">" : " >");
    }

    /// <summary>Tags with their attributes, and the text between two tags as one.</summary>
    private static List<string> Scanned(string xml)
    {
        var seen = new List<string>();
        var text = new XmlText(int.MaxValue / 8);

        using var scanner = new XmlScanner(new Trickle(Encoding.UTF8.GetBytes(xml)));
        XmlPiece piece;
        while ((piece = scanner.Read()) != XmlPiece.End)
        {
            if (piece == XmlPiece.Text)
            {
                text.Append(scanner.Text);
                continue;
            }

            Flush(seen, text);
            var name = Encoding.UTF8.GetString(scanner.Name);
            if (piece == XmlPiece.Close)
            {
                seen.Add($"/{name}");
                continue;
            }

            seen.Add(name);
            for (var index = 0; index < 4; index++)
            {
                text.Append(scanner.Attribute(Encoding.UTF8.GetBytes($"a{index}")));
                Flush(seen, text, $"a{index}=");
            }

            if (scanner.IsSelfClosing)
            {
                seen.Add($"/{name}");
            }
        }

        return seen;
    }

    private static List<string> Known(string xml)
    {
        var seen = new List<string>();
        var text = new StringBuilder();
        using var reader = XmlReader.Create(
            new StringReader(xml),
            new XmlReaderSettings { IgnoreComments = true, IgnoreProcessingInstructions = true }
        );
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Flush(seen, text);
                    seen.Add(reader.LocalName);
                    for (var index = 0; index < 4; index++)
                    {
                        if (reader.GetAttribute($"a{index}")?.Trim() is { Length: > 0 } value)
                        {
                            seen.Add($"a{index}={value}");
                        }
                    }

                    if (reader.IsEmptyElement)
                    {
                        seen.Add($"/{reader.LocalName}");
                    }

                    break;
                case XmlNodeType.EndElement:
                    Flush(seen, text);
                    seen.Add($"/{reader.LocalName}");
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return seen;
    }

    private static void Flush(List<string> seen, XmlText text, string before = "")
    {
        var value = text.Finish();
        if (!value.IsEmpty)
        {
            seen.Add(before + value.ToString());
        }
    }

    private static void Flush(List<string> seen, StringBuilder text)
    {
        var value = text.ToString().Trim();
        text.Clear();
        if (value.Length > 0)
        {
            seen.Add(value);
        }
    }

    /// <summary>Gives a few bytes at a time, as an unpacker may.</summary>
    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        private int _turn;

        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, 1 + (_turn++ % 977)));
    }
}
