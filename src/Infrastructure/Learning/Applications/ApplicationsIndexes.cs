using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Infrastructure.Learning.Applications;

internal sealed class ApplicationsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_applications_campaign_id_employee_id_programme_id"] = ApplicationErrors.AlreadyApplied,
        };
}
