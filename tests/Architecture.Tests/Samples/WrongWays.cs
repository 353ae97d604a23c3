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
