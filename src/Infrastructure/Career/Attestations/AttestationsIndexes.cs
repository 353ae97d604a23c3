using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Infrastructure.Career.Attestations;

internal sealed class AttestationsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_attestations_employee_id_kind_position_id_decided_on"] = AttestationErrors.AlreadyRecorded,
            ["ux_head_attestations_employee_id_organisation_id_position_id_decided_on"] =
                HeadAttestationErrors.AlreadyRecorded,
        };
}
