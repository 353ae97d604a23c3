using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Certificates;

internal sealed class CertificatesArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("certificates", typeof(Certificate), CertificatePermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => CertificateNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<CertificateRegister>();
        services.AddScoped<PapersReader>();
        services.AddScoped<ICertificateVerification, CertificateVerification>();
    }
}
