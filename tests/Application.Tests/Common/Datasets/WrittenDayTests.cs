using System.Globalization;
using CsCheck;
using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Tests.Common.Datasets;

/// <summary>Days, as people and programs write them.</summary>
public sealed class WrittenDayTests
{
    private const int Times = 5_000;

    private static readonly string[] Months = CultureInfo.GetCultureInfo("ru-RU").DateTimeFormat.MonthGenitiveNames[
        ..12
    ];

    private static readonly (string Text, bool Told)[] TimesOfDay =
    [
        ("", false),
        (" 0:00:00", false),
        (" 00:00", false),
        ("T00:00:00", false),
        ("T00:00:00.000Z", false),
        (" 12:30", true),
        ("T21:00:00.000Z", true),
        (", 9:05:07", true),
    ];

    [Theory]
    [InlineData("01.09.2020 0:00:00", "2020-09-01", null, false)]
    [InlineData("2020-09-01T00:00:00", "2020-09-01", null, false)]
    [InlineData("2020-09-01T12:00:00", "2020-09-01", "12:00:00", false)]
    [InlineData("01.09.2020 г.", "2020-09-01", null, false)]
    [InlineData("1 февраля 1980", "1980-02-01", null, false)]
    [InlineData("«1» мая 1980 года", "1980-05-01", null, false)]
    [InlineData("01.09.20", "2020-09-01", null, true)]
    [InlineData("01.02.80", "1980-02-01", null, true)]
    [InlineData("1/9/2020", "2020-09-01", null, false)]
    [InlineData("9/1/2020 12:00 PM", "2020-01-09", "12:00", false)]
    public void A_day_is_read_as_it_is_written(string text, string day, string? time, bool shortYear)
    {
        var written = WrittenDay.Read(text).ShouldNotBeNull();

        written.Day.ShouldBe(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        written.Time.ShouldBe(time);
        written.ShortYear.ShouldBe(shortYear);
    }

    [Theory]
    [InlineData("31.02.2015")]
    [InlineData("2015-13-01")]
    [InlineData("00.00.0000")]
    [InlineData("вчера")]
    [InlineData("01.09-2020")]
    [InlineData("01.09.202")]
    [InlineData("01.09.2020 и позже")]
    [InlineData("12:00")]
    [InlineData("1 нюня 2020")]
    public void Anything_else_is_no_day(string text) => WrittenDay.Read(text).ShouldBeNull();

    private static readonly Func<DateOnly, string>[] Forms =
    [
        day => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        day => day.ToString("d.M.yyyy", CultureInfo.InvariantCulture),
        day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        day => day.ToString("d-M-yyyy", CultureInfo.InvariantCulture),
        day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        day => day.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture),
        day => day.ToString("dd.MM.yyyy г.", CultureInfo.InvariantCulture),
        day => $"{day.Day} {Months[day.Month - 1]} {day.Year}",
        day => $"«{day.Day:D2}» {Months[day.Month - 1].ToUpperInvariant()} {day.Year} года",
        day => $"{day.Day}\u00A0{Months[day.Month - 1]}\u00A0{day.Year}\u00A0г.",
    ];

    private static Gen<DateOnly> DaysOf(int first, int last) =>
        Gen.Int[new DateOnly(first, 1, 1).DayNumber, new DateOnly(last, 12, 31).DayNumber]
            .Select(DateOnly.FromDayNumber);

    /// <summary>Every day of two centuries in every form, with every time beside it.</summary>
    [Fact]
    public void Whatever_the_form_the_day_is_the_same() =>
        Gen.Select(DaysOf(1900, 2099), Gen.OneOf(Forms), Gen.OneOf(TimesOfDay))
            .Sample(
                (day, form, time) =>
                {
                    var text = form(day) + time.Text;

                    var written = WrittenDay.Read(text).ShouldNotBeNull(text);

                    (written.Day, written.Time is not null, written.ShortYear).ShouldBe((day, time.Told, false), text);
                },
                iter: Times
            );

    /// <summary>Of a year in two digits the century is guessed, and that is told.</summary>
    [Fact]
    public void A_year_of_two_digits_is_told() =>
        Gen.Select(DaysOf(1950, 2026), Gen.OneOf("dd.MM.yy", "d.M.yy", "dd/MM/yy"))
            .Sample(
                (day, form) =>
                {
                    var written = WrittenDay.Read(day.ToString(form, CultureInfo.InvariantCulture)).ShouldNotBeNull();

                    written.ShortYear.ShouldBeTrue();
                    (written.Day.Day, written.Day.Month, written.Day.Year % 100).ShouldBe(
                        (day.Day, day.Month, day.Year % 100)
                    );
                },
                iter: Times
            );
}
