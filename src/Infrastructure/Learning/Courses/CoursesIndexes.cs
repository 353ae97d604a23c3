namespace MethodCenter.Infrastructure.Learning.Courses;

internal sealed class CoursesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_courses_centre_id_academic_year_number"] = null };
}
