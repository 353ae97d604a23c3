using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Courses;

internal sealed class CourseMaker : Maker
{
    public CourseMaker() =>
        Object(
            "/courses/{id}",
            async made => (await made.World.OpenCourseAsync(await made.NewIdAsync("/programmes/{id}"))).Id
        );
}
