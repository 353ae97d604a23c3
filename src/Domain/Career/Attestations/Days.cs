namespace MethodCenter.Domain.Career.Attestations;

/// <summary>Arithmetic of days that stops at the end of the calendar instead of throwing.</summary>
internal static class Days
{
    public static DateOnly Next(this DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    public static DateOnly Previous(this DateOnly day) => day == DateOnly.MinValue ? day : day.AddDays(-1);

    public static DateOnly YearsOn(this DateOnly day, int years) =>
        day.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.PlusYears(years);

    public static DateOnly MonthsOn(this DateOnly day, int months) =>
        day.Year + (months / 12) + 1 > DateOnly.MaxValue.Year ? DateOnly.MaxValue : day.AddMonths(months);
}
