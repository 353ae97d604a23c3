using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Texts;

namespace MethodCenter.Architecture.Tests;

/// <summary>What a report has to declare: its cells, their names, and that it is asked for a period as all are.</summary>
public sealed class ReportTests
{
    private static readonly IReadOnlyDictionary<string, string> Russian = Texts.All(english: false);
    private static readonly IReadOnlyDictionary<string, string> English = Texts.All(english: true);

    [Fact]
    public void Every_report_operation_declares_its_cells()
    {
        var asked = Code
            .Requests.Where(type => typeof(IReportQuery).IsAssignableFrom(type))
            .Where(type => !type.IsDefined(typeof(OfReportsAttribute), inherit: false))
            .ToList();

        asked.Count.ShouldBeGreaterThanOrEqualTo(16);
        asked.Except(ReportCatalogue.All.Select(report => report.QueryType)).ShouldBeEmpty("declares no cells");
        ReportCatalogue.All.ShouldAllBe(report => report.Sheet.Kinds.Count > 0);
        ReportCatalogue.All.ShouldAllBe(report => report.Sheet.Kinds.All(kind => kind.Measures.Count > 0));
    }

    [Fact]
    public void Every_report_is_asked_for_a_period_in_one_way() =>
        Code
            .Requests.Where(type => typeof(IReportQuery).IsAssignableFrom(type))
            .Where(type => !typeof(IPeriodQuery).IsAssignableFrom(type))
            .ShouldBeEmpty();

    /// <summary>
    /// An answer without persons whose query does not say so is called rounded where nothing is, and loses what was
    /// published; a query that says so without reason leaves counts of persons unprotected.
    /// </summary>
    [Fact]
    public void A_query_says_that_it_counts_no_persons_where_its_answer_counts_none()
    {
        var none = ReportCatalogue.All.Where(report => !SmallCells.CountsPersons(report.AnswerType)).ToList();

        none.Count.ShouldBeGreaterThanOrEqualTo(3);
        ReportCatalogue
            .All.Where(report => report.QueryType.IsDefined(typeof(NotPersonsAttribute), inherit: false))
            .Select(report => report.QueryType)
            .ShouldBe(none.Select(report => report.QueryType), ignoreOrder: true);
    }

    [Fact]
    public void Every_cell_has_a_name_in_both_languages()
    {
        foreach (var report in ReportCatalogue.All)
        {
            Russian.ShouldContainKey($"report.title.{report.Code.Value}");
            foreach (var word in WordsOf(report))
            {
                ReportWords
                    .Codes(report.Code, word)
                    .ShouldContain(code => Russian.ContainsKey(code), $"{report.Code} {word}");
                ReportWords
                    .Codes(report.Code, word)
                    .ShouldContain(code => English.ContainsKey(code), $"{report.Code} {word}");
            }
        }
    }

    [Fact]
    public void No_name_of_a_cell_is_left_over()
    {
        var used = ReportCatalogue
            .All.SelectMany(report => WordsOf(report).SelectMany(word => ReportWords.Codes(report.Code, word)))
            .Concat(ReportCatalogue.All.Select(report => $"report.title.{report.Code.Value}"))
            .ToHashSet(StringComparer.Ordinal);

        Russian
            .Keys.Where(code =>
                code.StartsWith("report.cell.", StringComparison.Ordinal)
                || code.StartsWith("report.title.", StringComparison.Ordinal)
            )
            .Except(used)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Parts_and_bases_name_what_the_report_has()
    {
        foreach (var report in ReportCatalogue.All)
        {
            var kinds = report.Sheet.Kinds.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var kind in report.Sheet.Kinds)
            {
                kind.PartOf.Except(kinds).ShouldBeEmpty($"{report.Code} {kind.Code}");
                var measures = kind.Measures.Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);
                measures.Count.ShouldBe(kind.Measures.Count, $"{report.Code} {kind.Code}");
                kind.Measures.SelectMany(measure => new[] { measure.Base, measure.Count })
                    .OfType<string>()
                    .Except(measures)
                    .ShouldBeEmpty($"{report.Code} {kind.Code}");
            }
        }
    }

    private static IEnumerable<string> WordsOf(ReportDeclaration report) =>
        report.Sheet.Kinds.SelectMany(kind =>
            kind.Measures.Select(measure => measure.Code)
                .Concat(kind.Dimensions.Select(dimension => dimension.Code))
                .Append(kind.Code)
        );
}
