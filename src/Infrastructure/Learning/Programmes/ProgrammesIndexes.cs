using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Infrastructure.Learning.Programmes;

internal sealed class ProgrammesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_programmes_centre_id_code"] = ProgrammeErrors.CodeTaken,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_programme_editions_programme_id_number"] = Versions.Stale,
            ["ux_programme_reviews_programme_id_round_expert_key"] = ProgrammeReviewErrors.AlreadyGiven,
        };
}
