using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

internal sealed class QuotasArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("quotas", typeof(Quota), QuotaPermissions.Read)];
}
