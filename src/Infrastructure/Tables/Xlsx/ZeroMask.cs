using System.Text;

namespace MethodCenter.Infrastructure.Tables.Xlsx;

/// <summary>Number formats that show a fixed number of digits, as <c>00000</c> and <c>000\-000\-000\ 00</c> do.</summary>
/// <remarks>Keys, numbers of documents and СНИЛС are shown so: their zeros are part of them.</remarks>
internal static class ZeroMask
{
    private const int Longest = 64;

    /// <summary>The digits (0) and signs that a format shows; null: it is another format.</summary>
    public static string? Of(ReadOnlySpan<char> format)
    {
        if (format.Length > Longest)
        {
            return null;
        }

        var mask = new StringBuilder();
        var zeros = 0;
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
        {
            switch (format[at])
            {
                case '0':
                    mask.Append('0');
                    zeros++;
                    break;
                case '\\' when at + 1 < format.Length && format[at + 1] != '0':
                    mask.Append(format[++at]);
                    break;
                case '"' when format[(at + 1)..].IndexOf('"') is >= 0 and var length:
                    var words = format.Slice(at + 1, length);
                    if (words.Contains('0'))
                    {
                        return null;
                    }

                    mask.Append(words);
                    at += length + 1;
                    break;
                case ' ' or '-' or '/' or '(' or ')':
                    mask.Append(format[at]);
                    break;
                default:
                    return null;
            }
        }

        return zeros > 1 ? mask.ToString() : null;
    }

    /// <summary>What a mask shows of a number; null: nothing else than the number.</summary>
    public static string? Show(string mask, ReadOnlySpan<char> number)
    {
        if (number.IsEmpty || number.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var places = mask.Count(symbol => symbol == '0');
        var missing = places - number.Length;
        var shown = new StringBuilder(mask.Length + number.Length);
        var next = 0;
        foreach (var symbol in mask)
        {
            if (symbol != '0')
            {
                shown.Append(symbol);
            }
            else if (missing-- > 0)
            {
                shown.Append('0');
            }
            else
            {
                // What is longer than the mask stands at its first place.
                var take = next == 0 ? Math.Max(1, number.Length - places + 1) : 1;
                shown.Append(number.Slice(next, take));
                next += take;
            }
        }

        return shown.ToString();
    }
}
