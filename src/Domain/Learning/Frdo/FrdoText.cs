using System.Text;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Texts as the register takes them: cleaned where nothing is lost, else with what is wrong in them (FRDO-4).</summary>
public static class FrdoText
{
    private const string Latin = "ABCEHKMOPTXaceopx";
    private const string Cyrillic = "АВСЕНКМОРТХасеорх";

    /// <summary>Single plain spaces and hyphens, none at the ends; nothing that cannot be seen.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var symbol in text.Normalize(NormalizationForm.FormC))
        {
            var plain = Plain(symbol);
            if (plain != '\0' && !(plain is ' ' or '-' && result.Length > 0 && result[^1] == plain))
            {
                result.Append(plain);
            }
        }

        return result.ToString().Trim(' ', '-');
    }

    /// <summary>A name: Latin letters that look like Cyrillic ones were typed by mistake, if the rest is Cyrillic.</summary>
    public static string Name(string? text)
    {
        var clean = Clean(text).Replace('’', '\'').Replace('ʼ', '\'').Replace('`', '\'');
        return clean.Any(IsCyrillic)
            ? string.Concat(clean.Select(symbol => Latin.IndexOf(symbol) is >= 0 and var at ? Cyrillic[at] : symbol))
            : clean;
    }

    /// <summary>A title: the template knows only «ёлочки», and a title that was printed cannot be corrected.</summary>
    public static string Title(string? text)
    {
        var clean = Clean(text);
        var result = new StringBuilder(clean.Length);
        foreach (var symbol in clean)
        {
            result.Append(
                symbol is '"' or '“' or '”' or '„'
                    ? result.Length == 0 || result[^1] is ' ' or '(' or '«'
                        ? '«'
                        : '»'
                    : symbol
            );
        }

        return result.ToString();
    }

    /// <summary>Characters of a name that the register refuses, each once.</summary>
    public static string WrongInName(string text) =>
        Wrong(text, symbol => IsCyrillic(symbol) || " -.'()".Contains(symbol));

    public static string WrongInTitle(string text) =>
        Wrong(text, symbol => IsLetterOrDigit(symbol) || " ().-/,:«»?№".Contains(symbol));

    public static string WrongInNumber(string text) =>
        Wrong(text, symbol => IsLetterOrDigit(symbol) || " .-/".Contains(symbol));

    public static string WrongInRegisterNumber(string text) =>
        Wrong(text, symbol => IsLetterOrDigit(symbol) || " .-/№()_".Contains(symbol));

    private static string Wrong(string text, Func<char, bool> isAllowed) =>
        string.Concat(text.Where(symbol => !isAllowed(symbol)).Distinct());

    private static bool IsLetterOrDigit(char symbol) => char.IsAsciiLetterOrDigit(symbol) || IsCyrillic(symbol);

    private static bool IsCyrillic(char symbol) => symbol is >= '\u0400' and <= '\u052F' && char.IsLetter(symbol);

    private static char Plain(char symbol) =>
        symbol switch
        {
            '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' => '-',
            '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' => '\0',
            _ when char.IsWhiteSpace(symbol) => ' ',
            _ when char.IsControl(symbol) => '\0',
            _ => symbol,
        };
}
