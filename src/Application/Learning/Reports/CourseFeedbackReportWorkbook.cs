using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>The tables that a centre publishes of its feedback: one for each topic, and who has answered at all.</summary>
internal static class CourseFeedbackReportWorkbook
{
    private static readonly (FeedbackTopic Topic, string Name)[] Published =
    [
        (FeedbackTopic.Satisfaction, "Удовлетворённость"),
        (FeedbackTopic.FormsAndMethods, "Формы и методы"),
        (FeedbackTopic.UseInPractice, "Применение в практике"),
        (FeedbackTopic.CompetenceGrowth, "Рост компетентности"),
    ];

    public static ReportWorkbook Of(CourseFeedbackReport report) =>
        new()
        {
            Title = "Отчёт об анкетировании слушателей",
            Parameters =
            [
                ReportParameter.Naming("Учебный год", report.AcademicYear.ToString()),
                new("Таблица не показана, если анкет меньше", report.LeastRespondents),
                new("Отмечено «мало», если ответивших меньше", report.SmallGroup),
            ],
            ComputedAt = report.ComputedAt,
            Basis = report.Basis,
            Tables =
            [
                .. Published.Select(one => Answers(report, one.Name, one.Topic)),
                Response(report),
                .. report.Questions.Any(question => question.Topic == FeedbackTopic.Other)
                    ? [Answers(report, "Иное", FeedbackTopic.Other)]
                    : Array.Empty<ReportTable>(),
            ],
        };

    private static ReportTable Answers(CourseFeedbackReport report, string name, FeedbackTopic topic) =>
        new(
            name,
            [
                new("Программа", 60),
                new("Вопрос", 50),
                new("Ответ", 34),
                new("Выбрали"),
                new("Ответили на вопрос (n)"),
                ReportColumn.Share("Доля, % от n"),
                new("Мало ответов", 10),
            ],
            [
                .. report.Programmes.SelectMany(programme =>
                    Rows(programme.Title, programme.Questions, topic, isTotal: false)
                ),
                .. Rows("Все программы", report.Questions, topic, isTotal: true),
            ]
        );

    private static IEnumerable<ReportRow> Rows(
        string title,
        IEnumerable<FeedbackQuestionResult> questions,
        FeedbackTopic topic,
        bool isTotal
    ) =>
        from question in questions
        where question.Topic == topic
        from option in question.Options
        select new ReportRow(
            [
                title,
                question.Text,
                option.Text,
                option.Count,
                question.Answered,
                option.Percent,
                question.SmallGroup ? "мало" : ReportCell.Empty,
            ],
            isTotal
        );

    private static ReportTable Response(CourseFeedbackReport report) =>
        new(
            "Доля ответивших",
            [
                new("Программа", 60),
                new("Курсов"),
                new("С анкетированием"),
                new("Прошли обучение (n)"),
                new("Сдали анкеты"),
                ReportColumn.Share("Доля, % от n"),
                new("Ответы не показаны"),
            ],
            [
                .. report.Programmes.Select(programme => Row(programme.Title, programme, isTotal: false)),
                Row("Всего", report.Total, isTotal: true),
            ]
        );

    private static ReportRow Row(string title, CourseFeedbackReportCounts counts, bool isTotal) =>
        new(
            [
                title,
                counts.Courses,
                counts.CoursesAnswered,
                counts.Learners,
                counts.Respondents,
                counts.ResponsePercent,
                counts.RespondentsWithheld,
            ],
            isTotal
        );
}
