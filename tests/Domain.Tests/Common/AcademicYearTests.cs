namespace MethodCenter.Domain.Tests.Common;

public sealed class AcademicYearTests
{
    [Theory]
    [InlineData("2019-08-31", "2018-2019")]
    [InlineData("2019-09-01", "2019-2020")]
    [InlineData("2020-08-31", "2019-2020")]
    public void A_day_belongs_to_the_year_that_begins_on_1_September(string day, string year) =>
        AcademicYear.Of(DateOnly.Parse(day)).ToString().ShouldBe(year);

    [Theory]
    [InlineData("2019-2021")]
    [InlineData("2019/2020")]
    [InlineData("19-20")]
    [InlineData("1989-1990")]
    [InlineData("2100-2101")]
    [InlineData("+019-2020")]
    [InlineData(null)]
    public void Other_writings_are_not_academic_years(string? text) =>
        AcademicYear.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void It_lasts_from_1_September_to_31_August()
    {
        AcademicYear.TryParse("2019-2020", out var year).ShouldBeTrue();

        year.From.ShouldBe(new DateOnly(2019, 9, 1));
        year.To.ShouldBe(new DateOnly(2020, 8, 31));
        year.Contains(new DateOnly(2020, 9, 1)).ShouldBeFalse();
    }
}
