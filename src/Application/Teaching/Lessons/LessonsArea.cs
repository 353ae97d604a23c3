using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Teaching.Lessons;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Lessons;

internal sealed class LessonsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("lessons", typeof(Lesson), LessonPermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => TeachingNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<LessonFactsReader>();
        services.AddScoped<IRoomUse, PlannedLessons>();
        services.AddScoped<IPlannedSlots, PlannedLessons>();
    }
}
