using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Frdo;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Learning.Frdo;

internal sealed class FrdoArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("frdo-packages", typeof(FrdoPackage), FrdoPermissions.Read) { Path = "frdo/packages" }];

    public override IEnumerable<NormDefinition> Norms => FrdoNorms.All;

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<FrdoDocuments>();
        services.AddScoped<ICertificatePrecheck, FrdoPrecheck>();
        services.AddScoped<IDeliveredDocuments, DeliveredDocuments>();
        services.AddScoped<IProgrammePrecheck, FrdoProgrammePrecheck>();
    }
}
