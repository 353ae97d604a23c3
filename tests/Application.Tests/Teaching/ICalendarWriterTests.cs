using MethodCenter.Application.Teaching.Timetables;

namespace MethodCenter.Application.Tests.Teaching;

/// <summary>RFC 5545, 3.8.7.2: the stamp is the time at which the calendar was made; its tag tells what it says.</summary>
public sealed class ICalendarWriterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Lesson = Guid.NewGuid();

    [Fact]
    public void A_stamp_is_the_time_of_making_and_no_part_of_the_tag()
    {
        var now = Write(Noon, "Тема");
        var later = Write(Noon.AddMinutes(5), "Тема");
        var changed = Write(Noon, "Другая тема");

        now.ToString().ShouldContain("\r\nDTSTAMP:20261128T120000Z\r\n");
        later.ToString().ShouldContain("\r\nDTSTAMP:20261128T120500Z\r\n");
        later.Tag().ShouldBe(now.Tag());
        changed.Tag().ShouldNotBe(now.Tag());
    }

    private static ICalendarWriter Write(DateTimeOffset now, string summary)
    {
        var writer = new ICalendarWriter("Занятия", TimeZoneInfo.Utc, now);
        writer.Add(
            new ICalendarEntry(Lesson, 0, new DateOnly(2026, 12, 1), new TimeOnly(9, 0), new TimeOnly(10, 30), summary)
        );
        return writer;
    }
}
