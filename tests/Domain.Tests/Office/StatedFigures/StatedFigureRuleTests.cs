using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Reports;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Tests.Office.StatedFigures;

/// <summary>Which published figures can be recorded.</summary>
public sealed class StatedFigureRuleTests
{
    [Fact]
    public void Every_key_that_a_report_gives_can_be_recorded()
    {
        foreach (var source in Enum.GetValues<FundingSource>())
        {
            ReportCells.Of(ReportCode.Courses).Knows(CourseReportCells.Source(source)).ShouldBeTrue();
            ReportCells.Of(ReportCode.Courses).Knows(CourseReportCells.Block(source, null)).ShouldBeTrue();
            ReportCells
                .Of(ReportCode.Courses)
                .Knows(CourseReportCells.Block(source, "реестр/2020: а@б"))
                .ShouldBeTrue();
            ReportCells.Of(ReportCode.Courses).Knows(CourseReportCells.Site(source, null, null)).ShouldBeTrue();
            ReportCells
                .Of(ReportCode.Courses)
                .Knows(CourseReportCells.Site(source, "реестр", "Невский, 154"))
                .ShouldBeTrue();
        }

        foreach (var kind in Enum.GetValues<AttestationKind>())
        {
            ReportCells.Of(ReportCode.Attestations).Knows(AttestationReportCells.Category(kind)).ShouldBeTrue();
            foreach (var group in Enum.GetValues<InstitutionGroup>())
            {
                ReportCells.Of(ReportCode.Attestations).Knows(AttestationReportCells.Cell(kind, group)).ShouldBeTrue();
                ReportCells.Of(ReportCode.Attestations).Knows(AttestationReportCells.Group(group)).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(ReportCode.Courses, "")]
    [InlineData(ReportCode.Courses, "Total")]
    [InlineData(ReportCode.Courses, "block:StateAssignment")]
    [InlineData(ReportCode.Courses, "site:stateAssignment")]
    [InlineData(ReportCode.Courses, "category:first")]
    [InlineData(ReportCode.Attestations, "source:paid")]
    [InlineData(ReportCode.Attestations, "cell:first")]
    [InlineData(ReportCode.Attestations, "cell:first/school/x")]
    [InlineData(ReportCode.Attestations, "group:0")]
    public void A_key_that_no_report_gives_is_refused(ReportCode report, string key) =>
        StatedFigure.Record(report, "2019-2020", key, 1, "отчёт").Error!.Code.ShouldBe("stated-figure.unknown-cell");

    [Theory]
    [InlineData("2019")]
    [InlineData("2019-2021")]
    [InlineData("2019/2020")]
    public void The_period_is_an_academic_year(string period) =>
        StatedFigure
            .Record(ReportCode.Courses, period, ReportCells.Total, 1, "отчёт")
            .Error!.Code.ShouldBe("stated-figure.wrong-period");

    [Fact]
    public void A_correction_leaves_the_cell()
    {
        var figure = StatedFigure.Record(ReportCode.Courses, "2019-2020", "total", 760, "отчёт").Value;

        figure.Correct(761, "отчёт, исправленный");

        (figure.CellKey, figure.Period, figure.Value).ShouldBe(("total", "2019-2020", 761m));
        figure.Source.ShouldBe("отчёт, исправленный");
    }
}
