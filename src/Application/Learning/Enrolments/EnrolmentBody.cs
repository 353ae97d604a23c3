using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Who is enrolled, and as of which day.</summary>
public sealed record EnrolmentBody
{
    public required Guid EmployeeId { get; init; }

    /// <summary>
    /// Of a learner who works for nobody of the network: the organisation outside the territory that sends him. Absent: his
    /// place of work.
    /// </summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Half-year of the learner's group; required where the course runs in both.</summary>
    public HalfYear? HalfYear { get; init; }

    /// <summary>Who pays for this learner, where it is not who pays for the course.</summary>
    public FundingModel? Funding { get; init; }

    /// <summary>Day of the enrolment, not later than today; today by default.</summary>
    public DateOnly? On { get; init; }
}
