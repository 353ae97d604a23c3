using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The needs of a year as tables: by subject with its organisations, and by organisation.</summary>
internal static class TrainingNeedReportWorkbook
{
    public static ReportWorkbook Of(TrainingNeedReport report) =>
        new()
        {
            Title = "Сводная потребность в обучении",
            Parameters = [ReportParameter.Naming("Год", report.Year)],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Subjects(report), Organisations(report)],
        };

    private static ReportTable Subjects(TrainingNeedReport report) =>
        new(
            "Программы и темы",
            [new("Программа или тема", 60), new("Организация", 40), .. Counts],
            [
                .. report.Subjects.SelectMany(subject =>
                    subject
                        .Organisations.Select(one =>
                            Row([subject.Subject, one.Organisation.ShortName], one, isTotal: false)
                        )
                        .Append(Row([subject.Subject, "Всего"], subject, isTotal: true))
                ),
                Row(["Всего", ReportCell.Empty], report.Total, isTotal: true),
            ]
        );

    private static ReportTable Organisations(TrainingNeedReport report) =>
        new(
            "Организации",
            [new("Организация", 40), .. Counts],
            [
                .. report.Organisations.Select(one => Row([one.Organisation.ShortName], one, isTotal: false)),
                Row(["Всего"], report.Total, isTotal: true),
            ]
        );

    private static ReportColumn[] Counts =>
        [
            new("Человек (n)"),
            new("Названы поимённо"),
            new("В планах-графиках"),
            new("Обучены"),
            ReportColumn.Share("Обучены, % от n"),
        ];

    private static ReportRow Row(ReportCell[] first, TrainingNeedCounts counts, bool isTotal) =>
        new([.. first, counts.People, counts.Named, counts.Planned, counts.Trained, counts.TrainedPercent], isTotal);
}
