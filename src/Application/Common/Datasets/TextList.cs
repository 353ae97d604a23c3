using System.Text;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>Several texts in one cell: «Школа 5; СОШ № 5». A semicolon within a text stands behind a backslash.</summary>
internal static class TextList
{
    public static string? Write(IReadOnlyList<string>? texts) =>
        texts is null or { Count: 0 }
            ? null
            : string.Join(
                "; ",
                texts.Select(text =>
                    text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
                )
            );

    public static IReadOnlyList<string> Read(string cell)
    {
        List<string> texts = [];
        var text = new StringBuilder();
        for (var place = 0; place < cell.Length; place++)
        {
            if (cell[place] == '\\' && place + 1 < cell.Length && cell[place + 1] is ';' or '\\')
            {
                text.Append(cell[++place]);
            }
            else if (cell[place] == ';')
            {
                Take(texts, text);
            }
            else
            {
                text.Append(cell[place]);
            }
        }

        Take(texts, text);
        return texts;
    }

    private static void Take(List<string> texts, StringBuilder text)
    {
        var found = text.ToString().Trim();
        text.Clear();
        if (found.Length > 0)
        {
            texts.Add(found);
        }
    }
}
