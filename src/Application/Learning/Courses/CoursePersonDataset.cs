using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Territory.Employees;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>A row about a person and a course: a learner, an applicant, a teacher.</summary>
public abstract class CoursePersonRow : PersonRow
{
    public string? CourseKey { get; set; }

    public AcademicYear? AcademicYear { get; set; }

    public int? CourseNumber { get; set; }

    /// <summary>For whoever reads.</summary>
    public string? CourseTitle { get; set; }

    internal bool NamesCourse => CourseKey is not null || CourseNumber is not null;

    /// <summary>What two rows about one course have in common, as far as a row alone can tell.</summary>
    internal string CourseIdentity => CourseKey is { } key ? $"key|{key}" : $"number|{AcademicYear}|{CourseNumber}";

    /// <summary>The column by which the course is looked for.</summary>
    internal string CourseColumn => CourseKey is null ? "courseNumber" : "courseKey";
}

/// <summary>A dataset whose rows are about persons and courses.</summary>
public abstract class CoursePersonDataset<TRow> : PersonDataset<TRow>
    where TRow : CoursePersonRow, new()
{
    /// <summary>The columns that tell which course is meant.</summary>
    private protected void Course()
    {
        Text(row => row.CourseKey, "Ключ курса")
            .Known("Код курса", "ID курса")
            .At("/courseId")
            .Explained("Ключ курса во внешней системе; её имя указывают в параметре source.", "plan-2026-17");
        Year(row => row.AcademicYear, "Учебный год").Known("Год").Explained("Учебный год номера курса.", "2026-2027");
        Whole(row => row.CourseNumber, "Номер курса")
            .Known("№ курса", "Курс")
            .At("/number")
            .Explained("Номер, который курсу дала служба; вместо ключа.", "17");
        Text(row => row.CourseTitle, "Название курса")
            .OnlyWritten()
            .Explained("Для чтения: курс узнают по ключу или номеру.");
    }
}

internal static class CoursePersonRows
{
    /// <summary>Reads what a row says of its course; null: the row was refused.</summary>
    public static CourseClue? TakeCourse<TRow>(this ImportRow<TRow> row, string? source)
        where TRow : CoursePersonRow, new()
    {
        var value = row.Value;
        row.TakeKey(value.CourseKey, "courseKey", source, out var key);
        if (!value.NamesCourse)
        {
            row.Refuse(ImportErrors.Required, "courseNumber");
        }

        if (value.CourseNumber is not null && value.AcademicYear is null)
        {
            row.Refuse(ImportErrors.Required, "academicYear");
        }

        return row.Refused
            ? null
            : new CourseClue(key?.Key, value.AcademicYear.GetValueOrDefault(), value.CourseNumber);
    }

    /// <summary>The course of a row; null: the row was refused.</summary>
    public static CourseDetails? FindCourse<TRow>(this CourseMatch courses, ImportRow<TRow> row, CourseClue clue)
        where TRow : CoursePersonRow, new()
    {
        var column = row.Value.CourseColumn;
        if (!courses.Find(clue).Succeeded(out var found, out var error))
        {
            row.RefuseBy(error, column);
            return null;
        }

        if (found.Course is null)
        {
            row.Refuse(ImportErrors.UnknownReference("course"), column, row.Value.CourseKey);
        }

        return found.Course;
    }
}
