using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Improvement.Reports;

/// <summary>Risk profiles of a school as tables: cycles with counts by level, and factors.</summary>
internal static class RiskProfileReportWorkbook
{
    public static ReportWorkbook Of(GetRiskProfileReport query, RiskProfileReport report) =>
        new()
        {
            Title = "Рисковые профили школы",
            Parameters =
            [
                ReportParameter.Naming("Школа", report.OrganisationName),
                ReportParameter.Naming("Год цикла", query.Year ?? query.From?.Year),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Profiles(report), Factors(report)],
        };

    private static ReportTable Profiles(RiskProfileReport report) =>
        new(
            "Профили",
            [
                ReportColumn.Ordinal("Год цикла", 10),
                new("Программа", 50),
                new("Состояние", 20),
                new("Дата профиля"),
                new("Источник", 40),
                new("Дата самодиагностики"),
                new("Источник самодиагностики", 40),
                new("Факторов (n)"),
                new("Высокий риск"),
                new("Средний риск"),
                new("Низкий риск"),
                new("Приоритетных"),
            ],
            [
                .. report.Profiles.Select(profile =>
                    ReportRow.Of(
                        profile.CycleYear,
                        profile.SupportProgrammeName,
                        ReportCell.Named(profile.State),
                        profile.Date,
                        profile.Source,
                        profile.OwnDate,
                        profile.OwnSource,
                        profile.Total,
                        profile.High,
                        profile.Medium,
                        profile.Low,
                        profile.Priority
                    )
                ),
            ]
        );

    private static ReportTable Factors(RiskProfileReport report)
    {
        var rows =
            from profile in report.Profiles
            from factor in profile.Factors
            select ReportRow.Of(
                profile.CycleYear,
                factor.Number,
                factor.Name,
                ReportCell.Named(factor.Level),
                factor.OwnLevelName,
                factor.IsPriority ? "да" : "нет",
                factor.Reason
            );
        return new ReportTable(
            "Факторы",
            [
                ReportColumn.Ordinal("Год цикла", 10),
                ReportColumn.Ordinal("№", 8),
                new("Фактор риска", 60),
                new("Уровень", 16),
                new("Уровень по самодиагностике", 16),
                new("Приоритет", 12),
                new("Почему", 60),
            ],
            [.. rows]
        );
    }
}
