using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>The snapshot of qualifications as tables: counts, what ends, persons, heads.</summary>
internal static class QualificationReportWorkbook
{
    private static readonly ReportColumn[] Counts =
    [
        new("Педагогов"),
        new("Высшая"),
        new("Первая"),
        new("Соответствие"),
        new("Без категории и соответствия", 18),
        new("Из них педагоги-методисты"),
        new("Из них педагоги-наставники"),
    ];

    private static readonly ReportColumn[] Terms =
    [
        new("Просрочено"),
        new("3 месяца"),
        new("6 месяцев"),
        new("12 месяцев"),
    ];

    public static ReportWorkbook Of(QualificationReport report) =>
        new()
        {
            Title = "Категории педагогов и сроки аттестации",
            Parameters = [ReportParameter.Naming("На дату", report.AsOf)],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                Table("По типам", "Тип", report.Groups, row => Texts.Texts.Name(row.Group, english: false), report),
                Table(
                    "По организациям",
                    "Организация",
                    report.Organisations,
                    row => row.Organisation.ShortName,
                    report
                ),
                Table("По должностям", "Должность", report.Positions, row => row.Position.Name, report),
                Ends(report),
                Ending(report),
                .. Persons(report),
                Heads(report),
                HeadsEnding(report),
            ],
        };

    private static ReportTable Table<TRow>(
        string name,
        string header,
        IReadOnlyList<TRow> rows,
        Func<TRow, string> label,
        QualificationReport report
    )
        where TRow : QualificationCounts =>
        new(
            name,
            [new(header, 40), .. Counts],
            [
                .. rows.Select(row => new ReportRow([label(row), .. Cells(row)])),
                new(["Всего", .. Cells(report.Total)], IsTotal: true),
            ]
        );

    private static IEnumerable<ReportCell> Cells(QualificationCounts counts) =>
        [counts.Base, counts.Highest, counts.First, counts.Conformity, counts.None, counts.Methodist, counts.Mentor];

    private static ReportTable Ends(QualificationReport report) =>
        new(
            "Сколько заканчивается",
            [new("Что", 40), .. Terms],
            [
                .. report.Ends.Select(row => new ReportRow([ReportCell.Named(row.Kind), .. Cells(row)])),
                new(["Аттестация руководителей", .. Cells(report.Heads.Ends)]),
            ]
        );

    private static IEnumerable<ReportCell> Cells(EndingCounts counts) =>
        [counts.Overdue, counts.Within3Months, counts.Within6Months, counts.Within12Months];

    private static ReportTable Ending(QualificationReport report) =>
        new(
            "У кого заканчивается",
            [
                new("Фамилия, имя, отчество", 34),
                new("Организация", 30),
                new("Должность", 26),
                new("Что", 34),
                new("Действует по, нужно к"),
                new("Срок", 20),
            ],
            [
                .. report.Ending.Select(item =>
                    ReportRow.Of(
                        item.FullName,
                        item.Organisation.ShortName,
                        item.Position.Name,
                        ReportCell.Named(item.Kind),
                        item.EndsOn,
                        ReportCell.Named(item.Term)
                    )
                ),
            ]
        );

    private static IEnumerable<ReportTable> Persons(QualificationReport report)
    {
        if (report.Persons.Count > 0)
        {
            yield return new ReportTable(
                "Педагоги",
                [
                    new("Фамилия, имя, отчество", 34),
                    new("Организация", 30),
                    new("Должность", 26),
                    new("Категория", 34),
                    new("С"),
                    new("По"),
                    new("Педагог-методист"),
                    new("Педагог-наставник"),
                ],
                [
                    .. report.Persons.Select(person =>
                        ReportRow.Of(
                            person.FullName,
                            person.Organisation.ShortName,
                            person.Position.Name,
                            ReportCell.Named(person.Bucket),
                            person.Since,
                            person.Until,
                            person.IsMethodist ? "да" : null,
                            person.IsMentor ? "да" : null
                        )
                    ),
                ]
            );
        }
    }

    private static ReportTable Heads(QualificationReport report) =>
        new(
            "Руководители",
            [new("Руководителей"), new("Аттестованы"), new("Не аттестованы"), new("Руководящих должностей", 18)],
            [
                ReportRow.Of(
                    report.Heads.Total.Base,
                    report.Heads.Total.Attested,
                    report.Heads.Total.NotAttested,
                    report.Heads.Total.Posts
                ),
            ]
        );

    private static ReportTable HeadsEnding(QualificationReport report) =>
        new(
            "У кого из руководителей",
            [
                new("Фамилия, имя, отчество", 34),
                new("Организация", 30),
                new("Должность", 26),
                new("Решение от"),
                new("Нужна к"),
                new("Срок", 20),
            ],
            [
                .. report.Heads.Ending.Select(item =>
                    ReportRow.Of(
                        item.FullName,
                        item.Organisation.ShortName,
                        item.Position.Name,
                        item.LastDecidedOn,
                        item.DueOn,
                        ReportCell.Named(item.Term)
                    )
                ),
            ]
        );
}
