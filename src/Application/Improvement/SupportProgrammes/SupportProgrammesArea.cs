using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

internal sealed class SupportProgrammesArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [
            new("participations", typeof(Participation), ParticipationPermissions.Read, "support-programmes"),
            new("risk-editions", typeof(RiskEdition), RiskEditionPermissions.Read),
            new("support-programmes", typeof(SupportProgramme), SupportProgrammePermissions.Read),
        ];

    public override IEnumerable<NormDefinition> Norms => SupportProgrammeNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<SupportProgrammeDirectory>();
    }
}
