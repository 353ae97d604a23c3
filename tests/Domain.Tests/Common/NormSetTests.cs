using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Tests.Common;

public sealed class NormSetTests
{
    private const string Code = "test.hours";
    private static readonly NormDefinition Definition = new(
        Code,
        NormValueKind.WholeNumber,
        [
            new NormVersion(Code, "16", null, new DateOnly(2025, 8, 31), "T-1", "старый приказ"),
            new NormVersion(Code, "18", new DateOnly(2025, 9, 1), null, "T-1", "новый приказ"),
        ]
    )
    {
        Range = (1, 100),
    };

    [Theory]
    [InlineData("2025-08-31", 16, "старый приказ")]
    [InlineData("2025-09-01", 18, "новый приказ")]
    public void The_edition_in_force_on_the_day_of_the_event_decides(string day, int value, string basis)
    {
        var normSet = new NormSet([Definition], []);

        normSet.WholeNumber(Code, DateOnly.Parse(day)).ShouldBe(value);
        normSet.Get(Code, DateOnly.Parse(day)).Basis.ShouldBe(basis);
    }

    [Theory]
    [InlineData("2025-12-31", 18)]
    [InlineData("2026-01-01", 24)]
    [InlineData("2026-06-30", 24)]
    [InlineData("2026-07-01", 18)]
    public void A_norm_of_the_centre_goes_first_while_it_is_in_force(string day, int value)
    {
        var own = new NormVersion(
            Code,
            "24",
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 6, 30),
            "T-1",
            "приказ центра"
        );

        new NormSet([Definition], [own]).WholeNumber(Code, DateOnly.Parse(day)).ShouldBe(value);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("100", true)]
    [InlineData("0", false)]
    [InlineData("101", false)]
    [InlineData("-5", false)]
    [InlineData("1.5", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_value_must_fit_the_definition(string? value, bool fits) => Definition.Accepts(value).ShouldBe(fits);

    [Fact]
    public void None_is_a_value_only_where_the_norm_allows_it() =>
        (Definition with { MayBeNone = true }).Accepts(null).ShouldBeTrue();
}
