using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Programmes;

internal sealed class ProgrammesArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("programmes", typeof(Programme), ProgrammePermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => ProgrammeNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProgrammeDirectory>();
        services.AddScoped<ITopicBearer, TopicsOfProgrammes>();
    }
}
