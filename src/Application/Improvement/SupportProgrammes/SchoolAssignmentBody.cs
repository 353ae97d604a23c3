namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Which school goes into which cycle, and who supports it.</summary>
public sealed record SchoolAssignmentBody
{
    /// <summary>Year of the cycle.</summary>
    public required int Year { get; init; }

    /// <summary>The school.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The municipal coordinator, an employee; may be the curator too.</summary>
    public required Guid CoordinatorId { get; init; }

    /// <summary>The curator, an employee who does not work at the school.</summary>
    public required Guid CuratorId { get; init; }

    /// <summary>Day of the assignment, within the cycle and not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
