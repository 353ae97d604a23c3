using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Domain.Tests.Common.Reports;

namespace MethodCenter.Domain.Tests.Office.StatedFigures;

/// <summary>Which published figures can be recorded.</summary>
public sealed class StatedFigureRuleTests
{
    private static readonly ReportSheet Sheet = ReportSheetTests.Sheet;

    [Fact]
    public void A_cell_and_a_period_are_kept_as_they_are_written_once()
    {
        var figure = StatedFigure.Record(Sheet, "2019-09-01/2020-08-31", "total#value", 760, "отчёт", "с. 14").Value;

        (figure.Report, figure.Period, figure.CellKey).ShouldBe((Sheet.Code, "2019-2020", "total"));
        (figure.Value, figure.Source, figure.Page).ShouldBe((760m, "отчёт", "с. 14"));
    }

    [Fact]
    public void A_key_that_the_report_never_gives_is_refused() =>
        StatedFigure
            .Record(Sheet, "2019-2020", "category:first", 1, "отчёт")
            .Error!.Code.ShouldBe("stated-figure.unknown-cell");

    [Theory]
    [InlineData("2019")]
    [InlineData("2019-2021")]
    [InlineData("2019/2020")]
    public void The_period_is_one_by_which_the_report_counts(string period) =>
        StatedFigure.Record(Sheet, period, "total", 1, "отчёт").Error!.Code.ShouldBe("stated-figure.wrong-period");

    [Fact]
    public void A_correction_leaves_the_cell()
    {
        var figure = StatedFigure.Record(Sheet, "2019-2020", "total", 760, "отчёт", "с. 14").Value;

        figure.Correct(761, "отчёт, исправленный", null);

        (figure.CellKey, figure.Period, figure.Value).ShouldBe(("total", "2019-2020", 761m));
        (figure.Source, figure.Page).ShouldBe(("отчёт, исправленный", null));
    }
}
