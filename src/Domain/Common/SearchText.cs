using System.Text;

namespace MethodCenter.Domain.Common;

/// <summary>The form in which names are compared and searched: upper case, ё→е, single spaces, plain quotes and dashes.</summary>
/// <remarks>Kept in a column of its own, because SQLite's LIKE knows no Cyrillic case and collations differ.</remarks>
public static class SearchText
{
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var symbol in text)
        {
            var plain = Plain(symbol);
            if (plain == ' ')
            {
                gap = result.Length > 0;
                continue;
            }

            if (plain == '\0' || Completes(result, gap, symbol))
            {
                continue;
            }

            if (gap)
            {
                result.Append(' ');
                gap = false;
            }

            result.Append(plain);
        }

        return result.ToString();
    }

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

    /// <summary>The second part of a letter that macOS writes in two: the dots of «ё» go, the breve makes «и» to «й».</summary>
    private static bool Completes(StringBuilder before, bool gap, char symbol)
    {
        if (symbol is not ('\u0306' or '\u0308') || gap || before.Length == 0)
        {
            return false;
        }

        switch (before[^1], symbol)
        {
            case ('Е', '\u0308'):
                return true;
            case ('И', '\u0306'):
                before[^1] = 'Й';
                return true;
            default:
                return false;
        }
    }

    private static char Plain(char symbol) =>
        symbol switch
        {
            'ё' or 'Ё' => 'Е',
            '«' or '»' or '“' or '”' or '„' or '"' => '\0',
            '–' or '—' or '−' or '‑' => '-',
            _ when char.IsWhiteSpace(symbol) => ' ',
            _ when char.IsControl(symbol) => '\0',
            _ => char.ToUpperInvariant(symbol),
        };
}
