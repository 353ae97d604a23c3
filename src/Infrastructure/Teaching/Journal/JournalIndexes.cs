using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Infrastructure.Teaching.Journal;

internal sealed class JournalIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_final_assessments_course_id"] = FinalAssessmentErrors.AlreadyRecorded,
            // Two changes of one revision that both add the same part: the second is stale, as its version says too.
            ["ux_final_assessment_results_final_assessment_id_enrolment_id"] = Versions.Stale,
            ["ux_final_works_enrolment_id"] = FinalWorkErrors.AlreadyRecorded,
        };
}
