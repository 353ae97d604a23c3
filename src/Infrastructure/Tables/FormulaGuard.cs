namespace MethodCenter.Infrastructure.Tables;

/// <summary>
/// A spreadsheet takes a CSV value that begins with = + - @ for a formula. Such a text gets an apostrophe in front when it is
/// written, and loses exactly that apostrophe when it is read.
/// </summary>
/// <remarks>
/// Apostrophes and spaces in front are looked through, so that a text is dangerous with the apostrophe if and only if it is
/// without: writing and reading are exact inverses for every text.
/// </remarks>
internal static class FormulaGuard
{
    public const char Mark = '\'';

    public static bool IsDangerous(ReadOnlySpan<char> text)
    {
        foreach (var symbol in text.TrimEnd())
        {
            if (symbol is '=' or '+' or '-' or '@' or '\t' or '\r')
            {
                return true;
            }

            if (symbol != Mark && !char.IsWhiteSpace(symbol))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The trimmed text without the apostrophe of the guard.</summary>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text is [Mark, ..] && IsDangerous(text) ? text[1..].Trim() : text;
    }
}
