using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Reports;

/// <summary>Schools of the network and their pupils in an academic year.</summary>
/// <remarks>The numbers of pupils are what each school publishes of itself; they tell nothing of anybody.</remarks>
[NotPersons]
public sealed record ContingentReport : StatedReport
{
    public AcademicYear AcademicYear { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public ContingentCounts Total { get; init; } = null!;

    /// <summary>By ownership; where it is not known, the last row.</summary>
    public IReadOnlyList<ContingentOwnership> Ownerships { get; init; } = [];

    /// <summary>Grades in which there are pupils.</summary>
    public IReadOnlyList<ContingentGrade> Grades { get; init; } = [];

    /// <summary>Schools whose pupils are on record, by name.</summary>
    public IReadOnlyList<ContingentOrganisation> Organisations { get; init; } = [];
}

/// <summary>How many schools there are, and how many pupils in them.</summary>
[NotPersons]
public record ContingentCounts : ReportLine
{
    /// <summary>
    /// Base: schools of the network that were not closed when the year began, also those that opened later: the day is not
    /// on record.
    /// </summary>
    public int Schools { get; init; }

    /// <summary>Of these, those whose pupils are on record.</summary>
    public int Reported { get; init; }

    public int Pupils { get; init; }

    /// <summary>Classes, of the grades for which they were said.</summary>
    public int Classes { get; init; }
}

/// <summary>Schools of one form of ownership.</summary>
[NotPersons]
public sealed record ContingentOwnership : ContingentCounts
{
    /// <summary>Null: not known.</summary>
    public OrganisationOwnership? Ownership { get; init; }
}

/// <summary>Pupils of a grade of all schools.</summary>
[NotPersons]
public sealed record ContingentGrade : ReportLine
{
    public int Grade { get; init; }

    public int Pupils { get; init; }

    /// <summary>Classes, of the schools that said them.</summary>
    public int Classes { get; init; }

    /// <summary>Schools with pupils in the grade.</summary>
    public int Reported { get; init; }
}

/// <summary>Pupils of a school.</summary>
[NotPersons]
public sealed record ContingentOrganisation : ReportLine
{
    public OrganisationReference Organisation { get; init; } = null!;

    public int Pupils { get; init; }

    /// <summary>Classes, of the grades for which they were said.</summary>
    public int Classes { get; init; }
}
