using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Contradictions as a table, with the cells that show the cause.</summary>
internal static class ContradictionReportWorkbook
{
    public static ReportWorkbook Of(GetContradictionReport query, ContradictionReport report) =>
        new()
        {
            Title = "Расхождения опубликованных показателей с данными",
            Parameters =
            [
                ReportParameter.Naming(
                    "Отчёт",
                    query.Report is { } code ? ReportCatalogue.Of(code).RussianTitle : null
                ),
                .. ReportParameter.Period(new ReportPeriod(report.From, report.To)),
                new("Источник", query.Source),
                new("Причина", ReportCell.Named(query.Cause)),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Table(report)],
        };

    private static ReportTable Table(ContradictionReport report) =>
        new(
            "Расхождения",
            [
                new("Отчёт", 40),
                new("Период", 22),
                new("Показатель", 50),
                new("Опубликовано"),
                new("По данным"),
                new("Расхождение"),
                new("База"),
                new("Вероятная причина", 50),
                new("Что её показывает", 50),
                new("Источник", 40),
                new("Страница", 16),
            ],
            [.. report.Contradictions.Items.Select(Row)]
        );

    private static ReportRow Row(Contradiction one)
    {
        var declaration = ReportCatalogue.Of(one.Report);
        return ReportRow.Of(
            declaration.RussianTitle,
            one.Period,
            NameOf(declaration, one.CellKey),
            one.Stated,
            one.Value,
            one.Difference,
            one.Base?.Value,
            ReportCell.Named(one.Cause),
            string.Join("; ", one.CauseCells.Select(cell => NameOf(declaration, cell.Key))),
            one.Source,
            one.Page
        );
    }

    private static string NameOf(ReportDeclaration report, string key) =>
        report.Sheet.Find(key) is { } cell ? report.NameOf(cell, english: false) : key;
}
