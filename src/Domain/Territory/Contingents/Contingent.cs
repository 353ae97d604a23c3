using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Territory.Contingents;

/// <summary>Контингент: how many pupils a school has in a grade in an academic year.</summary>
public sealed class Contingent : AggregateRoot, IOrganisationOwned
{
    public const int FirstGrade = 1;

    /// <summary>The twelfth grade is that of evening schools.</summary>
    public const int LastGrade = 12;

    public const int MostPupils = 10_000;
    public const int MostClasses = 200;
    private const int LastGradeOfPrimarySchool = 4;
    private const int LastGradeOfBasicSchool = 9;

    private Contingent() { }

    public Guid OrganisationId { get; private init; }

    public AcademicYear AcademicYear { get; private init; }

    /// <summary>Параллель.</summary>
    public int Grade { get; private init; }

    public int Pupils { get; private set; }

    /// <summary>Classes of the grade (классы-комплекты); null: not said.</summary>
    public int? Classes { get; private set; }

    /// <summary>Day of the count; null: not said.</summary>
    public DateOnly? CountedOn { get; private set; }

    /// <param name="entry">What is said.</param>
    /// <param name="group">What the organisation is in summary tables.</param>
    /// <param name="today">The day.</param>
    public static Result<Contingent> Record(ContingentEntry entry, InstitutionGroup group, DateOnly today)
    {
        if (group != InstitutionGroup.School)
        {
            return ContingentErrors.NoGrades;
        }

        // Next year's first grades are enrolled from spring on; what lies behind it nobody knows.
        var last = AcademicYear.Starting(AcademicYear.Of(today).StartYear + 1);
        if (entry.AcademicYear > last)
        {
            return ContingentErrors.YearAhead(last);
        }

        var contingent = new Contingent
        {
            OrganisationId = entry.OrganisationId,
            AcademicYear = entry.AcademicYear,
            Grade = entry.Grade,
        };
        return contingent.Count(entry.Count, today).Map(_ => contingent);
    }

    public Result<Nothing> Count(PupilCount count, DateOnly today)
    {
        if (count.Classes > count.Pupils)
        {
            return ContingentErrors.MoreClassesThanPupils(count.Pupils);
        }

        if (count is { Classes: 0, Pupils: > 0 })
        {
            return ContingentErrors.PupilsWithoutClass;
        }

        if (count.CountedOn > today)
        {
            return ContingentErrors.CountedAhead;
        }

        (Pupils, Classes, CountedOn) = (count.Pupils, count.Classes, count.CountedOn);
        return Nothing.Done;
    }

    /// <summary>A grade that schools of the kind do not teach, as far as the kind is right.</summary>
    public Warning? Doubt(OrganisationKind kind)
    {
        int? last = kind switch
        {
            OrganisationKind.PrimarySchool => LastGradeOfPrimarySchool,
            OrganisationKind.BasicSchool => LastGradeOfBasicSchool,
            _ => null,
        };
        return Pupils > 0 && Grade > last
            ? new Warning("contingent.grade-above-level").With("kind", kind).With("grade", Grade)
            : null;
    }
}

/// <summary>Pupils of a grade of a school in a year.</summary>
public sealed record ContingentEntry(Guid OrganisationId, AcademicYear AcademicYear, int Grade, PupilCount Count);

/// <summary>How many pupils there are, in how many classes, on which day.</summary>
public sealed record PupilCount(int Pupils, int? Classes, DateOnly? CountedOn);
