namespace MethodCenter.Infrastructure.Demo;

/// <summary>Made-up days.</summary>
internal static class DemoDays
{
    /// <summary>A day between two others, both inclusive, moved back to a Friday from a weekend.</summary>
    public static DateOnly Between(this Random random, DateOnly from, DateOnly to) =>
        from.AddDays(random.Next(to.DayNumber - from.DayNumber + 1)).OnWorkday();

    /// <summary>The day itself, or the Friday before a weekend.</summary>
    public static DateOnly OnWorkday(this DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };

    /// <summary>A birthday that gives the age in full years on the day.</summary>
    public static DateOnly BirthDate(this Random random, int age, DateOnly on) =>
        on.AddYears(-age).AddDays(-random.Next(364));
}
