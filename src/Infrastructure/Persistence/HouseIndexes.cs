namespace MethodCenter.Infrastructure.Persistence;

internal sealed class HouseIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_external_keys_centre_id_resource_source_key"] = Error.Conflict("request.same-key-at-once"),
            ["ux_numerators_centre_id_sequence"] = null,
            ["ux_idempotency_records_account_id_key"] = null,
            ["ux_protection_keys_name"] = null,
            ["ux_signing_keys_thumbprint"] = null,
        };
}
