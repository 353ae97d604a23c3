using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>Who is sent to a course: an employee, by the organisation at which he works on the day.</summary>
/// <param name="EmployeeId">The learner.</param>
/// <param name="OrganisationId">The organisation that sends him: his place of work on the day.</param>
/// <param name="Day">The day of the enrolment.</param>
public sealed record SentEmployee(Guid EmployeeId, Guid OrganisationId, DateOnly Day)
{
    /// <summary>Who pays for him; null: whoever pays for the course.</summary>
    public FundingBlock? Funding { get; init; }

    /// <summary>The team with which he is sent; null: he is sent alone.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>The day of an enrolment: today, or a past one that is entered later.</summary>
    public static Result<DateOnly> DayOf(DateOnly? on, DateOnly today) =>
        on > today ? EnrolmentErrors.InFuture : Result<DateOnly>.Accept(on ?? today);

    /// <summary>Sends an employee by the place of work that the caller answers for.</summary>
    /// <param name="employee">With his places of work.</param>
    /// <param name="day">The day of the enrolment.</param>
    /// <param name="answersFor">Whether the caller answers for an organisation.</param>
    public static Result<SentEmployee> Send(Employee employee, DateOnly day, Func<Guid, bool> answersFor) =>
        employee.PlaceOfWork(day, place => answersFor(place.OrganisationId)) is { } place
            ? new SentEmployee(employee.Id, place.OrganisationId, day)
            : EnrolmentErrors.NotEmployed(day);

    /// <summary>Sends a person who works for nobody of the network by an organisation outside the territory.</summary>
    /// <param name="employee">With his places of work.</param>
    /// <param name="day">The day of the enrolment.</param>
    /// <param name="organisation">Another district's school, a college, or the entry of the centre for private persons.</param>
    public static Result<SentEmployee> SendFromOutside(Employee employee, DateOnly day, Organisation organisation) =>
        organisation.OutsideTerritory && (employee.OutsideTerritory || employee.PlaceOfWork(day) is null)
            ? new SentEmployee(employee.Id, organisation.Id, day)
            : EnrolmentErrors.NotFromOutside;
}

/// <summary>What is on file of a learner and a course when he is to be enrolled.</summary>
public sealed record EnrolmentFacts
{
    /// <summary>His earlier enrolment on the course, when there was one.</summary>
    public Enrolment? Previous { get; init; }

    /// <summary>He gives lessons of the course that are still to be held.</summary>
    public bool TeachesCourse { get; init; }

    /// <summary>
    /// A school enrols, and there are quotas for the course or its programme: then it has to apply. Whom the centre enrols
    /// itself is its own decision.
    /// </summary>
    public bool ByApplicationOnly { get; init; }
}
