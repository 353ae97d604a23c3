using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Infrastructure.Improvement.SupportProgrammes;

internal sealed class SupportProgrammesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_support_programmes_centre_id_code"] = SupportProgrammeErrors.CodeTaken,
            ["ux_risk_editions_centre_id_code"] = SupportProgrammeErrors.EditionCodeTaken,
            ["ux_participations_cycle_id_organisation_id"] = ParticipationErrors.AlreadyAssigned,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_risk_factors_risk_edition_id_number"] = Versions.Stale,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_risk_assessments_participation_id_factor_number"] = Versions.Stale,
            ["ux_support_cycles_support_programme_id_year"] = null,
        };
}
