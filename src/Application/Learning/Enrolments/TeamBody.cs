using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>A team that an organisation sends to a course.</summary>
public sealed record TeamBody : TeamNameBody
{
    /// <summary>The organisation at which all members work.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The members, two to thirty, in the order in which they arrive.</summary>
    public required IReadOnlyList<Guid> EmployeeIds { get; init; }

    /// <summary>Half-year of the team's group; required where the course runs in both.</summary>
    public HalfYear? HalfYear { get; init; }

    /// <summary>Who pays for the members, where it is not who pays for the course.</summary>
    public FundingModel? Funding { get; init; }

    /// <summary>Day of the enrolment, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
