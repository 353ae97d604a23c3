namespace MethodCenter.Domain.Common.Reports;

/// <summary>A period as reports are asked for it: by its days or by an academic year, in one way for all of them.</summary>
public readonly record struct AskedPeriod(DateOnly? From, DateOnly? To, AcademicYear? AcademicYear)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    private bool IsEmpty => From is null && To is null && AcademicYear is null;

    /// <summary>The period that a report has to count.</summary>
    /// <param name="kind">What the report counts by.</param>
    /// <param name="alias">The same, named in the report's own way; null: it was not.</param>
    /// <param name="byDefault">What it counts where nothing is named.</param>
    /// <param name="today">A state is that of the last day of the period, as far as it has come.</param>
    public Result<ReportPeriod> Resolve(
        ReportPeriodKind kind,
        ReportPeriod? alias,
        ReportPeriod byDefault,
        DateOnly today
    )
    {
        if (IsEmpty)
        {
            return alias ?? byDefault;
        }

        if (Read().Succeeded(out var asked, out var error) is false)
        {
            return error;
        }

        if (alias is { } other && other != asked)
        {
            return ReportPeriodErrors.NamedTwice;
        }

        if (kind == ReportPeriodKind.Day)
        {
            return asked.To is not { } last ? ReportPeriodErrors.NotCounted(kind)
                : asked.AsDay is { } day ? ReportPeriod.Of(day)
                : ReportPeriod.Of(last < today ? last : today);
        }

        return asked.Is(kind) ? asked : ReportPeriodErrors.NotCounted(kind);
    }

    private Result<ReportPeriod> Read()
    {
        if (From is { Year: < FirstYear or > LastYear } || To is { Year: < FirstYear or > LastYear } || From > To)
        {
            return ReportPeriodErrors.Reversed;
        }

        var days = new ReportPeriod(From, To);
        return AcademicYear is not { } year ? days
            : days == default || days == ReportPeriod.Of(year) ? ReportPeriod.Of(year)
            : ReportPeriodErrors.NamedTwice;
    }
}
