using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

internal sealed class NormsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("norms", typeof(CentreNorm), NormPermissions.Read)];
}
