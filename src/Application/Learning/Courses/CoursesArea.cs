using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Courses;

internal sealed class CoursesArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("courses", typeof(Course), CoursePermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => CourseNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CourseMatch>();
    }
}
