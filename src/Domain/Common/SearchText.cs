using System.Text;

namespace MethodCenter.Domain.Common;

/// <summary>
/// The form in which names are compared and searched: composed, upper case, ё→е, single spaces, plain quotes, apostrophes and
/// dashes, no spaces around a dash.
/// </summary>
/// <remarks>Kept in a column of its own, because SQLite's LIKE knows no Cyrillic case and collations differ.</remarks>
public static class SearchText
{
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var form = Once(PlainText.Clean(text), Plain);
        while (PlainText.Clean(form) is var clean && clean != form)
        {
            // What was taken out stood between a letter and its mark.
            form = Once(clean, Plain);
        }

        return form;
    }

    /// <summary>The text with single spaces, plain apostrophes and dashes, and no spaces around a dash; case and ё stay.</summary>
    public static string Unify(string text) => Once(PlainText.Clean(text), Same);

    /// <summary>Normal forms of several texts in one, separated so that a search never matches across two of them.</summary>
    public static string Join(IEnumerable<string?> texts, int maxLength)
    {
        var joined = string.Join(
            '|',
            texts.Select(Normalize).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)
        );
        return joined.Length <= maxLength ? joined
            : char.IsHighSurrogate(joined[maxLength - 1]) ? joined[..(maxLength - 1)]
            : joined[..maxLength];
    }

    private static string Once(string text, Func<char, char> form)
    {
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var symbol in text)
        {
            var plain = form(symbol);
            if (plain == ' ')
            {
                gap = result.Length > 0;
                continue;
            }

            if (plain == '\0')
            {
                continue;
            }

            // «Петрова - Водкина» is «Петрова-Водкина».
            if (gap && plain != '-' && result[^1] != '-')
            {
                result.Append(' ');
            }

            gap = false;
            result.Append(plain);
        }

        return result.ToString();
    }

    private static char Plain(char symbol) =>
        Same(symbol) switch
        {
            'ё' or 'Ё' => 'Е',
            '«' or '»' or '“' or '”' or '„' or '"' => '\0',
            var same => char.ToUpperInvariant(same),
        };

    private static char Same(char symbol) =>
        symbol switch
        {
            '–' or '—' or '−' or '‑' or '‐' or '‒' => '-',
            '’' or '‘' or 'ʼ' or 'ʹ' or '′' or '`' or '´' => '\'',
            _ when char.IsWhiteSpace(symbol) => ' ',
            _ when char.IsControl(symbol) => '\0',
            _ => symbol,
        };
}
