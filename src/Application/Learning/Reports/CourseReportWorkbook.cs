using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>The report of courses as tables: course by course with nested totals, and by form and season.</summary>
internal static class CourseReportWorkbook
{
    public static ReportWorkbook Of(CourseReport report) =>
        new()
        {
            Title = "Отчёт о курсах учебного года",
            Parameters = [ReportParameter.Naming("Учебный год", report.AcademicYear.ToString())],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables = [Courses(report), FormsAndSeasons(report)],
        };

    private static ReportTable Courses(CourseReport report)
    {
        var rows = new List<ReportRow>();
        foreach (var block in report.Blocks)
        {
            foreach (var site in block.Sites)
            {
                rows.AddRange(
                    site.Courses.Select(course =>
                        ReportRow.Of(
                            course.Number,
                            course.Title,
                            NameOf(block),
                            site.Site,
                            ReportCell.Named(course.Form),
                            ReportCell.Named(course.Season),
                            course.LearnersAutumn,
                            course.LearnersSpring,
                            course.LearnersTotal
                        )
                    )
                );
                rows.Add(Total("Итого по площадке", NameOf(block), site.Site, site.Total));
            }

            rows.Add(Total("Итого по блоку", NameOf(block), null, block.Total));
        }

        rows.AddRange(
            report.Sources.Select(source =>
                Total("Итого по источнику", Texts.Texts.Name(source.Source, english: false), null, source.Total)
            )
        );
        rows.Add(Total("Всего", null, null, report.Total));
        return new ReportTable(
            "Курсы",
            [
                ReportColumn.Ordinal("№", 8),
                new("Курс", 50),
                new("Финансирование", 34),
                new("Площадка", 26),
                new("Форма", 16),
                new("Сезон", 16),
                new("Слушателей осенью"),
                new("Слушателей весной"),
                new("Слушателей всего"),
                new("Курсов"),
                new("Опубликовано"),
                new("Расхождение"),
            ],
            rows
        );
    }

    private static ReportTable FormsAndSeasons(CourseReport report)
    {
        var courses =
            from block in report.Blocks
            from site in block.Sites
            from course in site.Courses
            select (Block: NameOf(block), site.Site, Course: course);
        var rows = courses
            .GroupBy(line => (line.Block, line.Site, line.Course.Form, line.Course.Season))
            .Select(group =>
                ReportRow.Of(
                    group.Key.Block,
                    group.Key.Site,
                    ReportCell.Named(group.Key.Form),
                    ReportCell.Named(group.Key.Season),
                    group.Count(),
                    group.Sum(line => line.Course.LearnersAutumn),
                    group.Sum(line => line.Course.LearnersSpring),
                    group.Sum(line => line.Course.LearnersTotal)
                )
            )
            .Append(
                ReportRow.Total(
                    "Всего",
                    ReportCell.Empty,
                    ReportCell.Empty,
                    ReportCell.Empty,
                    report.Total.Courses,
                    report.Total.LearnersAutumn,
                    report.Total.LearnersSpring,
                    report.Total.Value
                )
            );
        return new ReportTable(
            "Формы и сезоны",
            [
                new("Финансирование", 34),
                new("Площадка", 26),
                new("Форма", 16),
                new("Сезон", 16),
                new("Курсов"),
                new("Слушателей осенью"),
                new("Слушателей весной"),
                new("Слушателей всего"),
            ],
            [.. rows]
        );
    }

    private static ReportRow Total(string label, string? block, string? site, CourseReportTotal total) =>
        ReportRow.Total(
            ReportCell.Empty,
            label,
            block,
            site,
            ReportCell.Empty,
            ReportCell.Empty,
            total.LearnersAutumn,
            total.LearnersSpring,
            total.Value,
            total.Courses,
            total.Stated,
            total.Difference
        );

    private static string NameOf(CourseReportBlock block)
    {
        var source = Texts.Texts.Name(block.Source, english: false);
        return block.Reference is null ? source : $"{source}: {block.Reference}";
    }
}
