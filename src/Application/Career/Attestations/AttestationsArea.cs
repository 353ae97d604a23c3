using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Career.Attestations;

internal sealed class AttestationsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [
            new("attestations", typeof(Attestation), AttestationPermissions.Read),
            new("head-attestations", typeof(HeadAttestation), AttestationPermissions.Read),
        ];

    public override IEnumerable<NormDefinition> Norms => AttestationNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CareerFiles>();
        services.AddScoped<AttestedPlaces>();
    }
}
