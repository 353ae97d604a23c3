using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Domain.Office.StatedFigures;

public static class StatedFigureErrors
{
    public static readonly Error NotFound = Error.NotFound("stated-figure.not-found");

    public static readonly Error AlreadyRecorded = Error.Conflict("stated-figure.already-recorded").At("/cellKey");

    public static readonly Error WrongPeriod = Error.Unprocessable("stated-figure.wrong-period").At("/period");

    public static Error UnknownCell(ReportCode report) =>
        Error.Unprocessable("stated-figure.unknown-cell").With("forms", ReportCells.Of(report).Forms).At("/cellKey");
}
