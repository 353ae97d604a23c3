using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Teaching.Journal;

internal sealed class JournalArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [
            new("final-assessments", typeof(FinalAssessment), JournalPermissions.Read),
            new("final-works", typeof(FinalWork), JournalPermissions.Read),
        ];

    public override void AddServices(IServiceCollection services) =>
        services.AddScoped<ICourseJournal, CourseJournalReader>();
}
