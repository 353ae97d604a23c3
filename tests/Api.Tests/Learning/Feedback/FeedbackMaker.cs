using System.Globalization;
using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Feedback;

internal sealed class FeedbackMaker : Maker
{
    public FeedbackMaker()
    {
        Object("/course-feedback/{id}", async made => (await RecordAsync(made)).Feedback);
        Address("/courses/{id}/feedback", async made => $"/courses/{(await RecordAsync(made)).Course}/feedback");
        Object(
            "/feedback-questionnaires/{id}",
            made =>
                made.PostAsync(
                    "/feedback-questionnaires",
                    new
                    {
                        title = "Анкета",
                        validFrom = new DateOnly(2027, 1, 1)
                            .AddDays(made.Next("questionnaire"))
                            .ToString("O", CultureInfo.InvariantCulture),
                        questions = new[]
                        {
                            new
                            {
                                topic = "satisfaction",
                                text = "Оцените программу",
                                kind = "scale",
                                scaleFrom = 1,
                                scaleTo = 5,
                            },
                        },
                    }
                )
        );
    }

    private static async Task<(Guid Course, Guid Feedback)> RecordAsync(Makings made)
    {
        var course = await made.World.CompletedCourseAsync(1);
        var sheet = new { respondents = 1, answers = Array.Empty<object>() };
        var recorded = await made.Api.PutAsync($"/courses/{course}/feedback", sheet);
        return (course, recorded.Expect(HttpStatusCode.Created).Id);
    }
}
