using System.Text;

namespace MethodCenter.Domain.Territory.Employees;

/// <summary>
/// The form under which names look alike: Latin letters that look like Russian ones, «й» and «и», «Наталья» and «Наталия»,
/// doubled letters, hyphens and apostrophes make no difference.
/// </summary>
/// <remarks>Two persons are never taken for one by it; it only tells when to ask.</remarks>
public static class NameLikeness
{
    private const string Latin = "ABCEHIKMOPTXYЁЙІЇ";
    private const string Russian = "АВСЕНИКМОРТХУЕИИИ";

    /// <param name="name">A name in any writing.</param>
    public static string Of(string name)
    {
        var like = new StringBuilder(name.Length);
        foreach (var symbol in SearchText.Normalize(name))
        {
            var place = Latin.IndexOf(symbol, StringComparison.Ordinal);
            var plain = place < 0 ? symbol : Russian[place];
            if (plain == ' ')
            {
                like.Append(' ');
            }
            else if (plain is not ('Ь' or 'Ъ') && char.IsLetter(plain) && (like.Length == 0 || like[^1] != plain))
            {
                like.Append(plain);
            }
        }

        // «Наталия» is written «Наталья» too; «Мария» is not, but nobody else is called «Маря».
        return like.Replace("ИЯ", "Я").Replace("ИИ", "И").ToString();
    }
}

/// <summary>How the parts of a name are written.</summary>
public static class NameSpelling
{
    /// <summary>What people write where there is no patronymic.</summary>
    private static readonly string[] None =
    [
        "НЕТ",
        "-",
        "Б/О",
        "БЕЗ ОТЧЕСТВА",
        "ОТСУТСТВУЕТ",
        "НЕ ИМЕЕТ",
        "НЕТ ОТЧЕСТВА",
    ];

    /// <summary>A patronymic as it is kept: null where the text says that there is none.</summary>
    public static string? Patronymic(string? text)
    {
        var form = SearchText.Normalize(text);
        return form.Length == 0 || form.All(symbol => symbol is '-' or '.') || None.Contains(form) ? null : text;
    }

    /// <summary>
    /// What to keep of a name when a list brings it: a list without «ё», with another apostrophe or with spaces around the
    /// hyphen does not take them from the name on file.
    /// </summary>
    /// <param name="known">The name on file.</param>
    /// <param name="given">The name in the list.</param>
    public static string Keep(string known, string given) =>
        Simplify(known) == Simplify(given) && CountYo(known) >= CountYo(given) ? known : given;

    /// <summary>The name without those differences; case is one.</summary>
    private static string Simplify(string name) =>
        string.Concat(
            SearchText
                .Unify(name)
                .Select(symbol =>
                    symbol switch
                    {
                        'ё' => 'е',
                        'Ё' => 'Е',
                        _ => symbol,
                    }
                )
        );

    private static int CountYo(string name) => name.Count(symbol => symbol is 'ё' or 'Ё');
}
