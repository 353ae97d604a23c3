using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Tests.Territory.Employees;

/// <summary>Vectors of FRDO-5.</summary>
public sealed class SnilsTests
{
    [Theory]
    [InlineData("112-233-445 95", "11223344595")]
    [InlineData("11223344595", "11223344595")]
    [InlineData("087-654-303 00", "08765430300")]
    [InlineData("001-001-998 77", "00100199877")]
    [InlineData("112\u2011233\u2011445\u00A095", "11223344595")]
    [InlineData("112\u2013233\u2212445\u200795", "11223344595")]
    public void Valid_numbers_are_kept_as_eleven_digits(string text, string digits)
    {
        Snils.TryParse(text, out var snils).ShouldBeTrue();

        snils.Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData("112-233-445 96")]
    [InlineData("112-233-445 9")]
    [InlineData("112-233-445 955")]
    [InlineData("000-000-000 00")]
    [InlineData("112.233.445 95")]
    [InlineData("１１２-233-445 95")]
    [InlineData("001-001-999 77")]
    [InlineData("")]
    [InlineData(null)]
    public void Others_are_refused(string? text) => Snils.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("112233445", 95)]
    [InlineData("087654303", 0)]
    [InlineData("999999999", 1)]
    public void The_checksum_follows_the_rule(string nine, int checksum) => Snils.Checksum(nine).ShouldBe(checksum);

    [Fact]
    public void It_is_written_as_people_write_it()
    {
        Snils.TryParse("11223344595", out var snils).ShouldBeTrue();

        snils.ToString().ShouldBe("112-233-445 95");
    }

    [Theory]
    [InlineData("8765430300", "08765430300")]
    [InlineData("87 654 303-00", "08765430300")]
    [InlineData("1122334459", null)]
    [InlineData("8765430301", null)]
    [InlineData("100199877", null)]
    [InlineData("876543030", null)]
    [InlineData("нет", null)]
    public void A_lost_zero_is_put_back_where_the_checksum_is_then_right(string text, string? digits) =>
        (Snils.TryRestore(text, out var snils) ? snils.Digits : null).ShouldBe(digits);

    /// <summary>Every number, with separators of any kind or as a quantity, is the number.</summary>
    [Fact]
    public void However_it_is_written_a_number_is_the_same() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(
                CsCheck.Gen.Int[1_001_999, 999_999_999],
                CsCheck.Gen.OneOf("", " ", "-", "\u2011", "\u00A0", "\u2013", "\u2212", "\u202F")
            ),
            (number, separator) =>
            {
                var nine = $"{number:D9}";
                var digits = $"{nine}{Snils.Checksum(nine):D2}";
                Snils
                    .TryParse(
                        string.Join(separator, digits[..3], digits[3..6], digits[6..9], digits[9..]),
                        out var snils
                    )
                    .ShouldBeTrue();
                snils.Digits.ShouldBe(digits);
                var quantity = digits.TrimStart('0');
                if (quantity.Length is 9 or 10)
                {
                    Snils.TryRestore(quantity, out snils).ShouldBeTrue();
                    snils.Digits.ShouldBe(digits);
                }
            },
            iter: 20_000,
            seed: "d3jqlFNH93X1"
        );
}
