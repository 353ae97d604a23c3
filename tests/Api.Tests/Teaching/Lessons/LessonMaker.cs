using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Lessons;

internal sealed class LessonMaker : Maker
{
    public LessonMaker() =>
        Object(
            "/lessons/{id}",
            async made =>
            {
                await made.AddressAsync("/academic-calendars/{academicYear}");
                var enrolment = (await made.NewAsync("/courses/{courseId}/enrolments/{id}")).Split('/');
                var lesson = await made.World.LessonAsync(
                    Guid.Parse(enrolment[2]),
                    await made.NewIdAsync("/rooms/{id}"),
                    await made.NewIdAsync("/employees/{id}")
                );
                return lesson.Id;
            }
        );
}
