using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Calendars;

public sealed class AcademicCalendarTests
{
    [Fact]
    public void The_streams_of_the_published_rules_hold_four_hours() =>
        AcademicCalendar.Set(School.Year, School.Plan(), School.Norms).Refused.ShouldBeFalse();

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(0)]
    public void Hours_that_the_times_do_not_hold_are_refused_by_rule(int hours)
    {
        var error = AcademicCalendar
            .Set(School.Year, School.Plan(School.Morning with { Hours = hours }), School.Norms)
            .Error!;

        error.Code.ShouldBe("calendar.hours-do-not-fit");
        error.Rule!.Code.ShouldBe("DPO-3");
        error.Params["fit"].ShouldBe(4);
    }

    [Fact]
    public void Streams_that_are_wrong_are_refused()
    {
        string? Refused(params BellStream[] streams) =>
            AcademicCalendar.Set(School.Year, School.Plan() with { Streams = streams }, School.Norms).Error?.Code;

        Refused().ShouldBe("calendar.no-streams");
        Refused(School.Morning, School.Afternoon with { Number = 1 }).ShouldBe("calendar.stream-twice");
        Refused(School.Morning, School.Morning with { Number = 2 }).ShouldBe("calendar.streams-overlap");
        Refused(School.Morning with { To = School.Morning.From }).ShouldBe("calendar.stream-ends-before-start");
        Refused(School.Morning with { BreakTo = null }).ShouldBe("calendar.break-outside-stream");
        Refused(School.Morning with { BreakTo = new TimeOnly(13, 30) }).ShouldBe("calendar.break-outside-stream");
    }

    [Fact]
    public void Days_that_are_wrong_are_refused()
    {
        string? Refused(CalendarPlan plan) => AcademicCalendar.Set(School.Year, plan, School.Norms).Error?.Code;
        var plan = School.Plan();

        Refused(plan with { StartsOn = new DateOnly(2019, 8, 31) }).ShouldBe("calendar.outside-academic-year");
        Refused(plan with { EndsOn = plan.StartsOn }).ShouldBe("calendar.ends-before-start");
        Refused(plan with { SecondHalfFrom = plan.StartsOn }).ShouldBe("calendar.half-year-outside");
        Refused(plan with { Breaks = [new CalendarBreak(plan.EndsOn, plan.StartsOn)] })
            .ShouldBe("calendar.break-ends-before-start");
        Refused(plan with { Breaks = [.. plan.Breaks, plan.Breaks[0]] }).ShouldBe("calendar.breaks-overlap");
    }

    [Theory]
    [InlineData("2019-09-01", "calendar.day-outside")]
    [InlineData("2020-07-01", "calendar.day-outside")]
    [InlineData("2019-09-07", "calendar.day-off")]
    [InlineData("2019-11-04", "calendar.day-in-break")]
    [InlineData("2020-01-08", "calendar.day-in-break")]
    [InlineData("2020-01-09", null)]
    [InlineData("2019-09-02", null)]
    [InlineData("2020-06-30", null)]
    public void Days_are_open_or_closed(string day, string? code) =>
        (School.Calendar().Refuse(DateOnly.Parse(day))?.Code).ShouldBe(code);

    [Fact]
    public void A_change_that_leaves_a_planned_lesson_outside_is_refused_and_changes_nothing()
    {
        var calendar = School.Calendar();
        var slot = new PlannedSlot(new DateOnly(2019, 9, 3), 2, 4);

        var error = calendar.Change(School.Plan(School.Morning), [slot], School.Norms).Error!;

        error.Code.ShouldBe("calendar.lessons-outside");
        calendar.Streams.Count.ShouldBe(2);
        calendar.Change(School.Plan(), [slot], School.Norms).Refused.ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, "13:00")]
    [InlineData(2, "11:15")]
    [InlineData(3, "12:15")]
    public void A_shorter_lesson_ends_earlier(int hours, string end) =>
        School.Morning.EndAfter(hours).ShouldBe(TimeOnly.Parse(end));
}
