using MethodCenter.Domain.Career.Attestations;

namespace MethodCenter.Infrastructure.Career.Attestations;

internal sealed class AttestationsIndexes : IUniqueIndexes
{
    /// <summary>Short, since PostgreSQL cuts the name of the columns off.</summary>
    public const string HeadDecision = "ux_head_attestations_decision";

    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_attestations_employee_id_kind_position_id_decided_on"] = AttestationErrors.AlreadyRecorded,
            [HeadDecision] = HeadAttestationErrors.AlreadyRecorded,
        };
}
