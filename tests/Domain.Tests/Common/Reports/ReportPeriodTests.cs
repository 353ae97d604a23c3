using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Domain.Tests.Common.Reports;

/// <summary>How periods of reports are written and asked for.</summary>
public sealed class ReportPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Theory]
    [InlineData("2019-2020", ReportPeriodKind.AcademicYear, "2019-2020")]
    [InlineData("2019-09-01/2020-08-31", ReportPeriodKind.AcademicYear, "2019-2020")]
    [InlineData("2026", ReportPeriodKind.CalendarYear, "2026")]
    [InlineData("2026-01-01/2026-12-31", ReportPeriodKind.CalendarYear, "2026")]
    [InlineData("2026-11-28", ReportPeriodKind.Day, "2026-11-28")]
    [InlineData("2026-11-28/2026-11-28", ReportPeriodKind.Day, "2026-11-28")]
    [InlineData("2026-01-01/2026-06-30", ReportPeriodKind.Days, "2026-01-01/2026-06-30")]
    [InlineData("2026", ReportPeriodKind.Days, "2026")]
    [InlineData("../2026-06-30", ReportPeriodKind.Days, "../2026-06-30")]
    [InlineData("2026-06-30/..", ReportPeriodKind.Days, "2026-06-30/..")]
    [InlineData("always", ReportPeriodKind.Days, "always")]
    [InlineData("always", ReportPeriodKind.Always, "always")]
    public void A_period_has_one_way_to_be_written(string text, ReportPeriodKind kind, string written)
    {
        ReportPeriod.TryParse(text, kind, out var period).ShouldBeTrue();
        period.ToString().ShouldBe(written);
        written.Length.ShouldBeLessThanOrEqualTo(ReportPeriod.MaxLength);
        ReportPeriod.TryParse(written, kind, out var again).ShouldBeTrue();
        again.ShouldBe(period);
    }

    [Theory]
    [InlineData("2019", ReportPeriodKind.AcademicYear)]
    [InlineData("2019-2021", ReportPeriodKind.AcademicYear)]
    [InlineData("2019/2020", ReportPeriodKind.AcademicYear)]
    [InlineData("2019-09-01/2020-08-30", ReportPeriodKind.AcademicYear)]
    [InlineData("1850-09-01/1851-08-31", ReportPeriodKind.AcademicYear)]
    [InlineData("2019-2020", ReportPeriodKind.CalendarYear)]
    [InlineData("0000", ReportPeriodKind.CalendarYear)]
    [InlineData("2019-2020", ReportPeriodKind.Day)]
    [InlineData("2026-02-30", ReportPeriodKind.Day)]
    [InlineData("2026-06-30/2026-01-01", ReportPeriodKind.Days)]
    [InlineData("../..", ReportPeriodKind.Days)]
    [InlineData("..", ReportPeriodKind.Days)]
    [InlineData("2026-01-01/2026-02-01/2026-03-01", ReportPeriodKind.Days)]
    [InlineData("", ReportPeriodKind.Days)]
    [InlineData("2026", ReportPeriodKind.Always)]
    public void What_is_no_period_of_the_report_is_none(string text, ReportPeriodKind kind) =>
        ReportPeriod.TryParse(text, kind, out _).ShouldBeFalse();

    [Fact]
    public void Without_a_name_it_is_the_alias_and_else_the_default()
    {
        var asked = new AskedPeriod(null, null, null);
        var year = ReportPeriod.OfYear(2025);

        asked.Resolve(ReportPeriodKind.CalendarYear, year, default, Today).Value.ShouldBe(year);
        asked.Resolve(ReportPeriodKind.CalendarYear, null, year, Today).Value.ShouldBe(year);
    }

    [Fact]
    public void Days_and_year_and_alias_may_name_the_same_but_not_different_periods()
    {
        var year = AcademicYear.Starting(2025);
        var period = ReportPeriod.Of(year);

        new AskedPeriod(year.From, year.To, year)
            .Resolve(ReportPeriodKind.Days, period, default, Today)
            .Value.ShouldBe(period);
        Code(new AskedPeriod(year.From, null, year), ReportPeriodKind.Days).ShouldBe("report.period-named-twice");
        Code(new AskedPeriod(null, null, year), ReportPeriodKind.Days, ReportPeriod.OfYear(2025))
            .ShouldBe("report.period-named-twice");
    }

    [Fact]
    public void What_the_report_does_not_count_is_refused()
    {
        Code(new AskedPeriod(new(2025, 9, 1), new(2026, 8, 30), null), ReportPeriodKind.AcademicYear)
            .ShouldBe("report.period-not-counted");
        Code(new AskedPeriod(new(2025, 9, 1), null, null), ReportPeriodKind.AcademicYear)
            .ShouldBe("report.period-not-counted");
        Code(new AskedPeriod(null, null, AcademicYear.Starting(2025)), ReportPeriodKind.CalendarYear)
            .ShouldBe("report.period-not-counted");
        Code(new AskedPeriod(new(2025, 9, 1), null, null), ReportPeriodKind.Day).ShouldBe("report.period-not-counted");
    }

    [Fact]
    public void Days_out_of_order_or_of_another_age_are_refused()
    {
        Code(new AskedPeriod(new(2026, 2, 1), new(2026, 1, 1), null), ReportPeriodKind.Days)
            .ShouldBe("report.period-reversed");
        Code(new AskedPeriod(new(1899, 12, 31), null, null), ReportPeriodKind.Days).ShouldBe("report.period-reversed");
        Code(new AskedPeriod(null, new(2100, 1, 1), null), ReportPeriodKind.Days).ShouldBe("report.period-reversed");
    }

    [Fact]
    public void A_state_is_that_of_the_last_day_as_far_as_it_has_come()
    {
        Day(new AskedPeriod(new(2025, 1, 1), new(2025, 6, 30), null)).ShouldBe(new DateOnly(2025, 6, 30));
        Day(new AskedPeriod(null, null, AcademicYear.Starting(2026))).ShouldBe(Today);
        Day(new AskedPeriod(new(2027, 3, 1), new(2027, 3, 1), null)).ShouldBe(new DateOnly(2027, 3, 1));

        static DateOnly? Day(AskedPeriod asked) =>
            asked.Resolve(ReportPeriodKind.Day, null, ReportPeriod.Of(Today), Today).Value.AsDay;
    }

    [Fact]
    public void An_open_end_is_completed_by_the_academic_year_of_the_other()
    {
        new ReportPeriod(new(2025, 10, 1), null).Completed().Value.To.ShouldBe(new DateOnly(2026, 8, 31));
        new ReportPeriod(null, new(2025, 10, 1)).Completed().Value.From.ShouldBe(new DateOnly(2025, 9, 1));
        new ReportPeriod(new(1950, 1, 1), null).Completed().Error!.Code.ShouldBe("report.period-not-counted");
        default(ReportPeriod).Completed().Error!.Code.ShouldBe("report.period-not-counted");
    }

    private static string? Code(AskedPeriod asked, ReportPeriodKind kind, ReportPeriod? alias = null)
    {
        var resolved = asked.Resolve(kind, alias, default, Today);
        return resolved.Error?.Code;
    }
}
