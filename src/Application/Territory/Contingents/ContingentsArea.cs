using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Contingents;

namespace MethodCenter.Application.Territory.Contingents;

internal sealed class ContingentsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("contingents", typeof(Contingent), ContingentPermissions.Read)];
}
