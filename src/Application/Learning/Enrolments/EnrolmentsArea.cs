using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Enrolments;

internal sealed class EnrolmentsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [
            new("enrolments", typeof(Enrolment), EnrolmentPermissions.Read, "courses"),
            new("teams", typeof(Team), EnrolmentPermissions.Read, "courses"),
        ];

    public override void AddServices(IServiceCollection services) => services.AddScoped<ICourseRoll, CourseRoll>();
}
