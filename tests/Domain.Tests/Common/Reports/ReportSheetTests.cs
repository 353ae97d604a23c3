using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Tests.Common.Reports;

/// <summary>Keys of cells: what a report gives it finds, and nothing else.</summary>
public sealed class ReportSheetTests
{
    private static readonly ReportMeasure Persons = new("value", ReportUnit.Persons);
    private static readonly ReportMeasure Refused = new("refused", ReportUnit.Persons);

    internal static readonly ReportSheet Sheet = new(
        new ReportCode("madeUp"),
        ReportPeriodKind.AcademicYear,
        [
            new ReportCellKind("total", [], [Persons, Refused]),
            new ReportCellKind(
                "site",
                [
                    ReportDimension.Of<FundingSource>("source"),
                    new ReportDimension("reference") { IsOptional = true },
                    new ReportDimension("site") { Separator = '@', MayBeEmpty = true },
                ],
                [Persons],
                "total"
            ),
            new ReportCellKind("course", [new ReportDimension("number") { IsNumber = true }], [Persons, Refused]),
            new ReportCellKind(
                "topic",
                [new ReportDimension("topic") { IsParameter = true, IsFolded = true }],
                [Persons]
            ),
        ]
    );

    [Theory]
    [InlineData("total", "total")]
    [InlineData("total#value", "total")]
    [InlineData("total#refused", "total#refused")]
    [InlineData("site:stateAssignment@", "site:stateAssignment@")]
    [InlineData(
        "site:stateAssignment/реестр/2020: а@б@Невский, 154",
        "site:stateAssignment/реестр/2020: а@б@Невский, 154"
    )]
    [InlineData("course:12#refused", "course:12#refused")]
    [InlineData("topic:Функциональная  грамотность", "topic:ФУНКЦИОНАЛЬНАЯ ГРАМОТНОСТЬ")]
    public void A_key_of_the_report_has_one_way_to_be_written(string key, string written)
    {
        var cell = Sheet.Find(key).ShouldNotBeNull();

        cell.Key.ShouldBe(written);
        Sheet.Find(cell.Key)!.Key.ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Total")]
    [InlineData("total:")]
    [InlineData("total#other")]
    [InlineData("site:StateAssignment@")]
    [InlineData("site:stateAssignment")]
    [InlineData("site:0@")]
    [InlineData("course:x")]
    [InlineData("course:-1")]
    [InlineData("course:")]
    [InlineData("topic:")]
    [InlineData("other:1")]
    public void Any_other_key_is_none(string key) => Sheet.Find(key).ShouldBeNull();

    [Fact]
    public void A_key_tells_row_and_measure()
    {
        var cell = Sheet.Find("course:12#refused")!;

        cell.Kind.Code.ShouldBe("course");
        cell.Values.ShouldBe(["12"]);
        cell.Measure.ShouldBe(Refused);
        cell.Kind.Key(cell.Values).ShouldBe("course:12");
    }

    [Fact]
    public void People_are_told_the_forms() =>
        Sheet.Forms.ShouldBe("total, site:{source}[/{reference}]@{site}, course:{number}, topic:{topic}");
}
