using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>How every report is asked for a period; what a report calls it besides is an alias.</summary>
public interface IPeriodQuery
{
    /// <summary>First day of the period.</summary>
    DateOnly? From { get; }

    /// <summary>Last day of the period.</summary>
    DateOnly? To { get; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    AcademicYear? AcademicYear { get; }
}

internal static class PeriodQueries
{
    /// <inheritdoc cref="AskedPeriod.Resolve"/>
    public static Result<ReportPeriod> Period(
        this IPeriodQuery query,
        ReportPeriodKind kind,
        ReportPeriod? alias,
        ReportPeriod byDefault,
        DateOnly today
    ) => new AskedPeriod(query.From, query.To, query.AcademicYear).Resolve(kind, alias, byDefault, today);

    /// <summary>An academic year; the current one by default.</summary>
    public static Result<AcademicYear> Year(this IPeriodQuery query, DateOnly today) =>
        query
            .Period(ReportPeriodKind.AcademicYear, null, ReportPeriod.Of(AcademicYear.Of(today)), today)
            .Map(period => period.AsAcademicYear!.Value);

    /// <summary>A calendar year; the current one by default.</summary>
    public static Result<int> CalendarYear(this IPeriodQuery query, int? alias, DateOnly today) =>
        query
            .Period(
                ReportPeriodKind.CalendarYear,
                alias is { } year ? ReportPeriod.OfYear(year) : null,
                ReportPeriod.OfYear(today.Year),
                today
            )
            .Map(period => period.AsCalendarYear!.Value);

    /// <summary>A day; today by default.</summary>
    public static Result<DateOnly> Day(this IPeriodQuery query, DateOnly? alias, DateOnly today) =>
        query
            .Period(ReportPeriodKind.Day, alias is { } day ? ReportPeriod.Of(day) : null, ReportPeriod.Of(today), today)
            .Map(period => period.AsDay!.Value);
}
