using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Feedback;

internal sealed class FeedbackArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [
            new("course-feedback", typeof(CourseFeedback), FeedbackPermissions.Read),
            new("feedback-questionnaires", typeof(FeedbackQuestionnaire), FeedbackPermissions.Read),
        ];

    public override IEnumerable<NormDefinition> Norms => FeedbackNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FeedbackReader>();
    }
}
