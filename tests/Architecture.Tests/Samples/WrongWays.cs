using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Architecture.Tests.Samples;

// Each breaks a rule in one way, and shows that the tests would see it.
internal sealed class NamesInAField
{
    public Course? Course { get; set; }
}

internal sealed class NamesInABody
{
    public static string Code() => CourseErrors.NotFound.Code;
}

internal sealed class NamesInALambda
{
    public static Func<object, bool> Test() => value => value is Course;
}

internal sealed class NamesInAnAsyncMethod
{
    public static async Task<object> MakeAsync()
    {
        await Task.Yield();
        return typeof(Employee);
    }
}

internal static class SampleEndpoints
{
    public static string? Get(Course course) => course.Site;
}

internal sealed class MapsWhileItRuns
{
    public static string Map(AutoMapper.IMapper mapper) => mapper.Map<string>(1);
}

internal sealed class MapsBothWays : AutoMapper.Profile
{
    public MapsBothWays() => CreateMap<string, Course>();
}

internal sealed class MapsInALambda
{
    public static Func<object, string> Make(AutoMapper.IConfigurationProvider maps) =>
        value => maps.CreateMapper().Map<string>(value);
}
