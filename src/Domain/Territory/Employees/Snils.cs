using System.Globalization;

namespace MethodCenter.Domain.Territory.Employees;

/// <summary>СНИЛС, the insurance number of a person: eleven digits, the last two a checksum (FRDO-5).</summary>
/// <remarks>
/// s = Σ dᵢ·(10−i); s &lt; 100 → s; 100 and 101 → 00; above → s mod 101, 100 → 00. Numbers up to 001-001-998 were issued
/// without a checksum and are taken as they are. All zeros is not a number.
/// </remarks>
public readonly record struct Snils
{
    public const int Length = 11;
    private const int LastUnchecked = 1_001_998;

    private Snils(string digits) => Digits = digits;

    /// <summary>Eleven digits without separators.</summary>
    public string Digits { get; }

    public static bool TryParse(string? text, out Snils snils)
    {
        snils = default;
        if (text is null || text.Length > 20)
        {
            return false;
        }

        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var symbol in text)
        {
            if (char.IsAsciiDigit(symbol))
            {
                if (count == Length)
                {
                    return false;
                }

                digits[count++] = symbol;
            }
            else if (!IsSeparator(symbol))
            {
                return false;
            }
        }

        if (count != Length || !IsValid(digits))
        {
            return false;
        }

        snils = new Snils(new string(digits));
        return true;
    }

    /// <summary>
    /// Reads a number that a spreadsheet has taken for a quantity: its leading zeros are gone. They are put back where the
    /// checksum is then right.
    /// </summary>
    public static bool TryRestore(string text, out Snils snils)
    {
        snils = default;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is Length - 1 or Length - 2
            && text.All(symbol => char.IsAsciiDigit(symbol) || IsSeparator(symbol))
            && int.Parse(digits[..^2], NumberStyles.None, CultureInfo.InvariantCulture) > LastUnchecked
            && TryParse(digits.PadLeft(Length, '0'), out snils);
    }

    /// <summary>The checksum for nine digits.</summary>
    public static int Checksum(ReadOnlySpan<char> nineDigits)
    {
        var sum = 0;
        for (var place = 0; place < 9; place++)
        {
            sum += (nineDigits[place] - '0') * (9 - place);
        }

        var rest = sum < 100 ? sum : sum % 101;
        return rest == 100 ? 0 : rest;
    }

    /// <summary>As people write it: <c>112-233-445 95</c>.</summary>
    public override string ToString() =>
        Digits is null ? string.Empty : $"{Digits[..3]}-{Digits[3..6]}-{Digits[6..9]} {Digits[9..]}";

    /// <summary>For reading back what was checked when it was written.</summary>
    public static Snils FromStored(string digits) => new(digits);

    /// <summary>Spaces and hyphens of any kind, also those that do not break and the minus of a typesetter.</summary>
    private static bool IsSeparator(char symbol) =>
        symbol is '\u2212' or '\u00AD' or '\t'
        || char.GetUnicodeCategory(symbol) is UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator;

    private static bool IsValid(ReadOnlySpan<char> digits)
    {
        var number = int.Parse(digits[..9], NumberStyles.None, CultureInfo.InvariantCulture);
        if (number <= LastUnchecked)
        {
            return number > 0;
        }

        return int.Parse(digits[9..], NumberStyles.None, CultureInfo.InvariantCulture) == Checksum(digits[..9]);
    }
}
