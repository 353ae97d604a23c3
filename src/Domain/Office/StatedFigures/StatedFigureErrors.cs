using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Domain.Office.StatedFigures;

public static class StatedFigureErrors
{
    public static readonly Error NotFound = Error.NotFound("stated-figure.not-found");

    public static readonly Error AlreadyRecorded = Error.Conflict("stated-figure.already-recorded").At("/cellKey");

    public static Error UnknownReport(string known) =>
        Error.Unprocessable("stated-figure.unknown-report").With("known", known).At("/report");

    /// <summary>More reports would have to be computed for one answer than it may cost.</summary>
    public static Error TooManyReports(int most) =>
        Error.Unprocessable("stated-figure.too-many-reports").With("most", most).At("report");

    public static Error WrongPeriod(ReportPeriodKind kind) =>
        Error.Unprocessable("stated-figure.wrong-period").With("kind", kind).At("/period");

    public static Error UnknownCell(ReportSheet report) =>
        Error.Unprocessable("stated-figure.unknown-cell").With("forms", report.Forms).At("/cellKey");
}
