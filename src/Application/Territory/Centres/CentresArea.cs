using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

internal sealed class CentresArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("centres", typeof(Centre), CentrePermissions.Read)];
}
