using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Infrastructure.Learning.Enrolments;

internal sealed class EnrolmentsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_enrolments_course_id_employee_id"] = EnrolmentErrors.AlreadyEnrolled,
            ["ux_enrolments_course_id_arrival"] = null,
            ["ux_teams_course_id_organisation_id_name_key"] = TeamErrors.NameTaken,
        };
}
