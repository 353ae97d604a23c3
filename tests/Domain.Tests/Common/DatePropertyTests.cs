using CsCheck;

namespace MethodCenter.Domain.Tests.Common;

/// <summary>What holds of days, years and periods, with the ends of February more often than chance has them.</summary>
public sealed class DatePropertyTests
{
    private const int Times = 20_000;

    [Fact]
    public void Years_later_is_the_same_day_or_the_28th_of_February() =>
        Gen.Select(Some.Day, Gen.Int[0, 40])
            .Sample(
                (day, years) =>
                {
                    var later = day.PlusYears(years);

                    later.Year.ShouldBe(day.Year + years);
                    var leap = day is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(later.Year);
                    (later.Month, later.Day).ShouldBe(leap ? (2, 28) : (day.Month, day.Day));
                },
                iter: Times
            );

    [Fact]
    public void A_year_is_full_on_the_day_and_not_before() =>
        Gen.Select(Some.Day, Gen.Int[1, 40])
            .Sample(
                (day, years) =>
                {
                    var full = day.PlusYears(years);

                    Calendar.FullYears(day, full).ShouldBe(years);
                    Calendar.FullYears(day, full.AddDays(-1)).ShouldBe(years - 1);
                },
                iter: Times
            );

    [Fact]
    public void Every_day_is_of_one_academic_year() =>
        Some.Day.Sample(
            day =>
            {
                var year = AcademicYear.Of(day);

                year.Contains(day).ShouldBeTrue();
                year.To.AddDays(1).ShouldBe(AcademicYear.Starting(year.StartYear + 1).From);
                AcademicYear.Starting(year.StartYear + 1).Contains(day).ShouldBeFalse();
                AcademicYear.Starting(year.StartYear - 1).Contains(day).ShouldBeFalse();
                AcademicYear.TryParse(year.ToString(), out var read).ShouldBeTrue();
                read.ShouldBe(year);
            },
            iter: Times
        );

    /// <summary>Years that are written well, with one mistake or none: chance alone would write a year once in a million.</summary>
    [Fact]
    public void What_is_read_as_an_academic_year_is_written_just_so()
    {
        var years = Enumerable
            .Range(AcademicYear.FirstSupported, AcademicYear.LastSupported - AcademicYear.FirstSupported + 1)
            .Select(AcademicYear.Starting)
            .ToDictionary(year => year.ToString());
        var (well, badly) = (0, 0);

        Gen.Select(Gen.OneOf(years.Keys.ToArray()), Gen.Int[0, 3], Gen.Int[0, 8], Gen.Char["0123456789-–/ +"])
            .Select(
                (text, mistake, place, symbol) =>
                    mistake switch
                    {
                        0 => text[..place] + symbol + text[(place + 1)..],
                        1 => text[..place] + symbol + text[place..],
                        2 => text.Remove(place, 1),
                        _ => text[..place]
                            + string.Concat(text.Skip(place).Take(2).Reverse())
                            + string.Concat(text.Skip(place + 2)),
                    }
            )
            .Sample(
                text =>
                {
                    AcademicYear.TryParse(text, out var year).ShouldBe(years.ContainsKey(text), text);
                    if (years.TryGetValue(text, out var known))
                    {
                        Interlocked.Increment(ref well);
                        year.ShouldBe(known);
                    }
                    else
                    {
                        Interlocked.Increment(ref badly);
                    }
                },
                iter: Times
            );

        well.ShouldBeGreaterThan(Times / 100);
        badly.ShouldBeGreaterThan(Times / 2);
    }

    [Fact]
    public void Periods_overlap_when_they_have_a_day_in_common() =>
        Gen.Select(Short, Short)
            .Sample(
                (one, other) =>
                {
                    var days = Enumerable.Range(0, 60).Select(new DateOnly(2024, 2, 1).AddDays);

                    one.Overlaps(other).ShouldBe(days.Any(day => one.Contains(day) && other.Contains(day)));
                    other.Overlaps(one).ShouldBe(one.Overlaps(other));
                },
                iter: Times
            );

    /// <summary>Of 30 days around 29 February 2024, half of them without an end.</summary>
    private static readonly Gen<Period> Short = Gen.Select(Gen.Int[0, 29], Gen.Int[0, 29], Gen.Bool)
        .Select(
            (start, length, open) =>
                new Period(
                    new DateOnly(2024, 2, 15).AddDays(start),
                    open ? null : new DateOnly(2024, 2, 15).AddDays(start + length)
                )
        );
}

/// <summary>Days for properties.</summary>
internal static class Some
{
    /// <summary>From 1995 to 2040; a third of them next to the end of February, August or a year.</summary>
    public static readonly Gen<DateOnly> Day = Gen.Frequency(
        (2, (IGen<DateOnly>)Gen.DateOnly[new DateOnly(1995, 1, 1), new DateOnly(2040, 12, 31)]),
        (
            1,
            Gen.Select(Gen.Int[1995, 2040], Gen.OneOf(3, 9, 1), Gen.Int[-3, 1])
                .Select((year, month, days) => new DateOnly(year, month, 1).AddDays(days))
        )
    );
}
