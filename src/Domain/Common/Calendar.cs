namespace MethodCenter.Domain.Common;

/// <summary>Arithmetic of terms in days and years, as the law counts them.</summary>
public static class Calendar
{
    /// <summary>The same calendar day some years later; 29 February gives 28 February in a common year (GEN-2).</summary>
    public static DateOnly PlusYears(this DateOnly day, int years) => day.AddYears(years);

    /// <summary>Full years from one day to another, e.g. an age.</summary>
    public static int FullYears(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        return from.AddYears(years) > to ? years - 1 : years;
    }
}
