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
}
