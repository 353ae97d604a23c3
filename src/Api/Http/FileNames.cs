using System.Globalization;
using System.Text;

namespace MethodCenter.Api.Http;

/// <summary>
/// Names of files as a person would give them, in <c>Content-Disposition</c>: in Russian for those who read RFC 8187, in
/// Latin letters for those who do not (RFC 6266, 4.3).
/// </summary>
internal static class FileNames
{
    /// <summary>A path in Windows holds 260 characters, folders included.</summary>
    private const int Longest = 120;

    /// <summary>What RFC 8187 lets stand as it is: <c>attr-char</c>.</summary>
    private const string Plain = "!#$&+-.^_`|~";

    private static readonly string[] Latin =
    [
        "a",
        "b",
        "v",
        "g",
        "d",
        "e",
        "zh",
        "z",
        "i",
        "y",
        "k",
        "l",
        "m",
        "n",
        "o",
        "p",
        "r",
        "s",
        "t",
        "u",
        "f",
        "kh",
        "ts",
        "ch",
        "sh",
        "shch",
        "",
        "y",
        "",
        "e",
        "yu",
        "ya",
    ];

    public static string Attachment(string name, string ending) => Header("attachment", name, ending);

    public static string Inline(string name, string ending) => Header("inline", name, ending);

    private static string Header(string kind, string name, string ending)
    {
        var whole = $"{Clean(name)}.{ending}";
        var latin = ToLatin(whole);
        return latin == whole
            ? $"{kind}; filename=\"{latin}\""
            : $"{kind}; filename=\"{latin}\"; filename*=UTF-8''{Encode(whole)}";
    }

    /// <summary>A name that every file system takes: no signs that part paths, none that cannot be seen.</summary>
    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var seen =
                Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                );
            clean.Append(
                !seen ? " "
                : rune.Value is '"' ? "'"
                : rune.Value is '/' or '\\' or ':' or '*' or '?' or '<' or '>' or '|' ? "-"
                : rune.ToString()
            );
        }

        var words = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > Longest)
        {
            words = words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)];
        }

        words = words.TrimEnd('.', ' ').TrimStart('.', ' ');
        return words.Length == 0 ? "file" : words;
    }

    private static string ToLatin(string name)
    {
        var latin = new StringBuilder(name.Length * 2);
        foreach (var symbol in name)
        {
            latin.Append(
                symbol switch
                {
                    '№' => "N",
                    '«' or '»' or '"' => "'",
                    '–' or '—' => "-",
                    'ё' => "e",
                    'Ё' => "E",
                    >= 'а' and <= 'я' => Latin[symbol - 'а'],
                    >= 'А' and <= 'Я' => Capital(Latin[symbol - 'А']),
                    >= ' ' and <= '~' => symbol.ToString(),
                    _ => "_",
                }
            );
        }

        return latin.ToString();
    }

    private static string Capital(string letters) =>
        letters.Length == 0 ? "" : char.ToUpperInvariant(letters[0]) + letters[1..];

    private static string Encode(string name)
    {
        var encoded = new StringBuilder(name.Length * 6);
        foreach (var one in Encoding.UTF8.GetBytes(name))
        {
            var symbol = (char)one;
            if (char.IsAsciiLetterOrDigit(symbol) || Plain.Contains(symbol))
            {
                encoded.Append(symbol);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
            }
        }

        return encoded.ToString();
    }
}
