using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Teaching.CalendarLinks;

internal sealed class CalendarLinkMaker : Maker
{
    public CalendarLinkMaker()
    {
        Object("/me/calendar-links/{id}", async made => (await LinkAsync(made)).Id);
        Address(
            "/public/calendars/{code}",
            async made => ((string)(await LinkAsync(made))["address"]!).Replace("/api/v1", "")
        );
        Member("subjectId", made => made.IdAsync("/courses/{id}"));
    }

    private static async Task<Answer> LinkAsync(Makings made)
    {
        var body = new { subject = "course", subjectId = await made.IdAsync("/courses/{id}") };
        return (await made.Api.PostAsync("/me/calendar-links", body)).Expect(HttpStatusCode.Created);
    }
}
