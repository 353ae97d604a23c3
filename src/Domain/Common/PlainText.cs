using System.Buffers;
using System.Globalization;
using System.Text;

namespace MethodCenter.Domain.Common;

/// <summary>Text as it is taken from outside: letters in one piece, and nothing that nobody sees.</summary>
/// <remarks>
/// macOS writes «й» as «и» with a breve, web pages and Word leave soft hyphens and spaces of no width: to a person it is the
/// same text, to a comparison it is another one.
/// </remarks>
public static class PlainText
{
    /// <summary>
    /// Letters, digits and marks of which a text can consist without being looked at any closer: all of them are
    /// composed and visible.
    /// </summary>
    private static readonly SearchValues<char> Simple = SearchValues.Create([
        .. Range('\0', '\u00AC'),
        .. Range('\u00AE', '\u02FF'),
        .. Range('\u0400', '\u0482'),
        .. Range('\u048A', '\u052F'),
        .. Range('\u2010', '\u2027'),
        .. Range('\u2030', '\u205E'),
        '\u2116',
    ]);

    /// <summary>What turns the direction of the text behind it, so that it is read as something else than it is.</summary>
    private static readonly SearchValues<char> Overrides = SearchValues.Create([
        .. Range('\u202A', '\u202E'),
        .. Range('\u2066', '\u2069'),
    ]);

    /// <summary>Whatever some program takes for the end of a line (UAX #14: BK, CR, LF, NL).</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\v\f\r\u0085\u2028\u2029");

    /// <summary>The text in composed form (NFC), without characters that are invisible and carry nothing.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Simple))
        {
            return text;
        }

        var visible = Strip(text);
        return IsUnicode(visible) ? visible.Normalize(NormalizationForm.FormC) : visible;
    }

    /// <summary>Whether the text is read in another direction than it is written.</summary>
    public static bool TurnsDirection(ReadOnlySpan<char> text) => text.ContainsAny(Overrides);

    /// <summary>Whether the text stands on more lines than one.</summary>
    public static bool HasLineEnd(ReadOnlySpan<char> text) => text.ContainsAny(LineEnds);

    private static string Strip(string text)
    {
        var from = 0;
        while (from < text.Length && !CarriesNothing(text, from))
        {
            from++;
        }

        if (from == text.Length)
        {
            return text;
        }

        var visible = new StringBuilder(text, 0, from, text.Length);
        for (var at = from + 1; at < text.Length; at++)
        {
            if (!CarriesNothing(text, at))
            {
                visible.Append(text[at]);
            }
        }

        return visible.ToString();
    }

    private static bool CarriesNothing(string text, int at) =>
        text[at] switch
        {
            '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' => true,
            >= '\u2060' and <= '\u2064' => true,
            // They join or part the letters of Arabic, Indian and emoji; between others they do nothing.
            '\u200C' or '\u200D' => at == 0 || at + 1 == text.Length || !Joins(text[at - 1]) || !Joins(text[at + 1]),
            _ => false,
        };

    private static bool Joins(char symbol) =>
        symbol is >= '\u0600' and < '\u1E00' or >= '\u2190' and < '\uFE30'
        && CharUnicodeInfo.GetUnicodeCategory(symbol) != UnicodeCategory.Format;

    /// <summary>Half of a surrogate pair cannot be composed; whoever takes texts refuses it by itself.</summary>
    private static bool IsUnicode(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && char.IsSurrogatePair(text, at++)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<char> Range(char from, char to) =>
        Enumerable.Range(from, to - from + 1).Select(code => (char)code);
}
