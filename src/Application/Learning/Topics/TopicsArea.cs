using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Learning.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Topics;

internal sealed class TopicsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("topics", typeof(Topic), TopicPermissions.Read)];

    public override void AddServices(IServiceCollection services) => services.AddScoped<TopicReader>();
}
