using MethodCenter.Api.Tests.Learning.Certificates;
using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Journal;

internal sealed class JournalMaker : Maker
{
    public JournalMaker()
    {
        Object("/final-assessments/{id}", made => FinishedAsync(made, "/final-assessments"));
        Object("/final-works/{id}", made => FinishedAsync(made, "/final-works"));
    }

    private static async Task<Guid> FinishedAsync(Makings made, string list)
    {
        var course = await made.World.CompletedCourseAsync(1);
        await made.World.FinishAsync(course);
        var page = (await made.Api.GetAsync($"{list}?courseId={course}")).Expect(HttpStatusCode.OK);
        return (Guid)page["items.0.id"]!;
    }
}
