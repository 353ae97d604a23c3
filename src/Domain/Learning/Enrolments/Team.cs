using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>Команда: employees whom one organisation sends to a course together.</summary>
/// <remarks>
/// Seated or put on the waiting list as a whole, and promoted as a whole. Its members learn and get documents one by one;
/// who leaves is not replaced, and a team whom everybody has left may be sent again under its name.
/// </remarks>
public sealed class Team : AggregateRoot, IOrganisationOwned
{
    public const int NameMaxLength = 120;
    public const int LeastMembers = 2;
    public const int MostMembers = 30;

    private Team() { }

    public Guid CourseId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public string Name { get; private set; } = null!;

    /// <summary>Normal form of the name: one team of a name in a course and an organisation.</summary>
    public string NameKey { get; private set; } = null!;

    /// <summary>Names a team that an organisation sends to a course.</summary>
    public static Team Of(Guid courseId, Guid organisationId, string name)
    {
        var team = new Team { CourseId = courseId, OrganisationId = organisationId };
        team.Rename(name);
        return team;
    }

    /// <summary>The team under whose name members are sent: a new one, or one whom everybody has left.</summary>
    /// <param name="known">The team of that name on the course; null: there is none.</param>
    /// <param name="isDissolved">All members of the known one were withdrawn.</param>
    /// <param name="courseId">The course.</param>
    /// <param name="organisationId">The organisation that sends it.</param>
    /// <param name="name">Its name.</param>
    public static Result<Team> Named(Team? known, bool isDissolved, Guid courseId, Guid organisationId, string name) =>
        known is null ? Of(courseId, organisationId, name)
        : isDissolved ? known
        : TeamErrors.NameTaken;

    /// <summary>The team that a member joins who arrives behind the first: of another organisation there is no such team.</summary>
    /// <param name="known">The team of the name on the course and of his organisation; null: there is none.</param>
    public static Result<Team> Joined(Team? known) => known is null ? TeamErrors.OtherOrganisation : known;

    /// <summary>Sends an employee with a team of the organisation at which he works on the day.</summary>
    public static Result<SentEmployee> Send(
        Employee employee,
        DateOnly day,
        Guid organisationId,
        Func<Guid, bool> answersFor
    ) =>
        SentEmployee.Send(employee, day, place => place == organisationId && answersFor(place))
            is { Refused: false } sent
            ? sent
            : TeamErrors.OtherOrganisation;

    public void Rename(string name) => (Name, NameKey) = (name.Trim(), KeyOf(name));

    /// <summary>Normal form of a name.</summary>
    public static string KeyOf(string name) => SearchText.Normalize(name);
}

/// <summary>A member of a team that is to be sent.</summary>
/// <param name="Learner">Who is sent.</param>
/// <param name="Facts">What is on file of him and the course.</param>
public sealed record TeamMember(SentEmployee Learner, EnrolmentFacts Facts);
