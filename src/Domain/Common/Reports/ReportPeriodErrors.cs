namespace MethodCenter.Domain.Common.Reports;

/// <summary>Why a period is refused.</summary>
public static class ReportPeriodErrors
{
    public static readonly Error NamedTwice = Error.Malformed("report.period-named-twice").At("from");

    public static readonly Error Reversed = Error.Malformed("report.period-reversed").At("to");

    public static Error NotCounted(ReportPeriodKind kind) =>
        Error.Malformed("report.period-not-counted").With("kind", kind).At("from");
}
