using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Cells of the report of the feedback of learners (POL-T04).</summary>
internal sealed class CourseFeedbackReportDeclaration : ReportDeclaration<GetCourseFeedbackReport, CourseFeedbackReport>
{
    public CourseFeedbackReportDeclaration()
        : base("courseFeedback", ReportPeriodKind.AcademicYear)
    {
        var counts = new ReportMeasures<CourseFeedbackReportCounts>()
            .Count("respondents", one => one.Respondents, ReportUnit.Persons)
            .Count("learners", one => one.Learners, ReportUnit.Persons)
            .Share("responsePercent", one => one.ResponsePercent, "respondents", "learners")
            .Count("courses", one => one.Courses, ReportUnit.Courses)
            .Count("coursesAnswered", one => one.CoursesAnswered, ReportUnit.Courses)
            .Count("respondentsWithheld", one => one.RespondentsWithheld, ReportUnit.Persons);
        var answered = new ReportMeasures<FeedbackQuestionResult>().Count(
            "answered",
            one => one.Answered,
            ReportUnit.Persons
        );
        var answers = new ReportMeasures<Answer>()
            .Count("count", one => one.Option.Count, ReportUnit.Persons)
            .Share("percent", one => one.Option.Percent, "count", one => one.Question.Answered);
        var programme = new ReportDimension("programme");
        var question = new ReportDimension("question");
        var option = new ReportDimension("option");
        One("total", report => report.Total, counts);
        Each("programme", report => report.Programmes, counts, [programme], row => [row.Title], "total");
        Each("question", report => report.Questions, answered, [question], row => [row.Text]);
        Each(
            "answer",
            report => Answers(report.Questions),
            answers,
            [question, option],
            one => [one.Question.Text, one.Option.Text]
        );
    }

    private static IEnumerable<Answer> Answers(IEnumerable<FeedbackQuestionResult> questions) =>
        questions.SelectMany(question => question.Options.Select(option => new Answer(question, option)));

    /// <summary>An option knows its share, and its question of how many.</summary>
    private sealed record Answer(FeedbackQuestionResult Question, FeedbackOptionResult Option) : IReportLine
    {
        public string? Key => Option.Key;

        public IReadOnlyList<StatedCell>? StatedFigures => Option.StatedFigures;

        public void TakeKey(string key) => ((IReportLine)Option).TakeKey(key);

        public void TakeStated(IReadOnlyList<StatedCell>? figures) => ((IReportLine)Option).TakeStated(figures);
    }

    protected override ReportPeriod? PeriodOf(GetCourseFeedbackReport query, CourseFeedbackReport report) =>
        query.ProgrammeId is null ? ReportPeriod.Of(report.AcademicYear) : null;

    protected override GetCourseFeedbackReport? For(ReportPeriod period, IReadOnlyList<string?> parameters) =>
        new() { From = period.From, To = period.To };
}
