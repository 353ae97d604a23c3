using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Infrastructure.Learning.Quotas;

internal sealed class QuotasIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_quotas_campaign_id_target_id_organisation_id"] = QuotaErrors.AlreadySet };
}
