using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Demo;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Api.Tests.Office.Reports;

/// <summary>What a report declares to add up does: causes of contradictions are computed from it.</summary>
[Collection(DemoGroup.Name)]
public sealed class ReportSumsTests(DemoService demo)
{
    [Fact]
    public async Task Rows_add_up_to_the_rows_of_which_they_are_declared_to_be_parts()
    {
        var (compared, reports) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var report in ReportCatalogue.All.Where(one => !one.Address.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var period in Periods(report.Sheet.Period))
            {
                var topic = report.Code.Value == "topicCoverage" ? "&topic=Функциональная грамотность" : "";
                var answer = await demo.SpbCentral.GetAsync($"{report.Address}?{period}{topic}");
                var rows = Rows(report, answer.Expect(HttpStatusCode.OK).Json).ToList();
                foreach (var whole in rows)
                {
                    compared += Compare(report, whole, rows);
                    reports.Add(report.Code.Value);
                }
            }
        }

        compared.ShouldBeGreaterThan(100);
        reports.Count.ShouldBe(ReportCatalogue.All.Length - 1);
    }

    private static int Compare(ReportDeclaration report, Row whole, List<Row> rows)
    {
        var compared = 0;
        var kinds = rows.Where(row =>
                row.Cell.Kind.PartOf.Contains(whole.Cell.Kind.Code) && IsPart(row.Cell, whole.Cell)
            )
            .GroupBy(row => row.Cell.Kind.Set);
        foreach (var parts in kinds)
        {
            foreach (var measure in whole.Cell.Kind.Measures.Where(measure => measure.IsAdditive))
            {
                if (Value(whole, measure) is { } total && parts.All(part => Value(part, measure) is not null))
                {
                    parts
                        .Sum(part => Value(part, measure))
                        .ShouldBe(total, $"{report.Code}: {parts.Key} of {whole.Cell.Key}, {measure.Code}");
                    compared++;
                }
            }
        }

        return compared;
    }

    private static decimal? Value(Row row, ReportMeasure measure) =>
        row.Node[measure.Code] is JsonValue value && value.TryGetValue<decimal>(out var number) ? number
        : row.Node[measure.Code] is JsonObject share && share["count"] is JsonValue count ? (decimal)count
        : null;

    private static bool IsPart(ReportCellAddress part, ReportCellAddress whole)
    {
        foreach (var (dimension, value) in whole.Kind.Dimensions.Zip(whole.Values))
        {
            var place = part.Kind.Dimensions.ToList().FindIndex(other => other.Code == dimension.Code);
            if (place >= 0 && part.Values[place] != value)
            {
                return false;
            }
        }

        // Conformity is no category, so it is in no total of categories.
        return part.Values is not ["conformity", ..] || whole.Kind.Code == "category";
    }

    private static string[] Periods(ReportPeriodKind kind) =>
        kind switch
        {
            ReportPeriodKind.CalendarYear => ["from=2026-01-01&to=2026-12-31", "from=2027-01-01&to=2027-12-31"],
            ReportPeriodKind.Day => ["asOf=2026-11-01"],
            ReportPeriodKind.Days => ["academicYear=2019-2020", "from=2025-09-01&to=2027-08-31"],
            _ => ["academicYear=2019-2020", "academicYear=2025-2026", "academicYear=2026-2027"],
        };

    private static IEnumerable<Row> Rows(ReportDeclaration report, JsonNode? node) =>
        node switch
        {
            JsonObject one when (string?)(one["key"] as JsonValue) is { } key && report.Sheet.Find(key) is { } cell =>
                Below(report, one).Prepend(new Row(cell, one)),
            JsonObject one => Below(report, one),
            JsonArray many => many.SelectMany(item => Rows(report, item)),
            _ => [],
        };

    /// <summary>Published figures stand beside the rows and are none.</summary>
    private static IEnumerable<Row> Below(ReportDeclaration report, JsonObject of) =>
        of.Where(member => member.Key is not ("statedFigures" or "unmatched"))
            .SelectMany(member => Rows(report, member.Value));

    private sealed record Row(ReportCellAddress Cell, JsonObject Node);
}
