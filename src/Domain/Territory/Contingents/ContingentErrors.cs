namespace MethodCenter.Domain.Territory.Contingents;

/// <summary>Refusals of the contingent.</summary>
public static class ContingentErrors
{
    public static readonly Error NotFound = Error.NotFound("contingent.not-found");

    /// <summary>The same school, year and grade.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("contingent.already-recorded").At("/grade");

    /// <summary>A kindergarten, a college, a house of creativity.</summary>
    public static readonly Error NoGrades = Error.Unprocessable("contingent.no-grades").At("/organisationId");

    public static readonly Error PupilsWithoutClass = Error
        .Unprocessable("contingent.pupils-without-class")
        .At("/classes");

    public static readonly Error CountedAhead = Error.Unprocessable("contingent.counted-ahead").At("/countedOn");

    public static Error YearAhead(AcademicYear last) =>
        Error.Unprocessable("contingent.year-ahead").With("last", last.ToString()).At("/academicYear");

    public static Error MoreClassesThanPupils(int pupils) =>
        Error.Unprocessable("contingent.more-classes-than-pupils").With("pupils", pupils).At("/classes");
}
