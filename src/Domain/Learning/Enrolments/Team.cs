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

    public void Rename(string name) => (Name, NameKey) = (name.Trim(), KeyOf(name));

    /// <summary>Normal form of a name.</summary>
    public static string KeyOf(string name) => SearchText.Normalize(name);
}

/// <summary>A member of a team that is to be sent.</summary>
/// <param name="Learner">Who is sent.</param>
/// <param name="Facts">What is on file of him and the course.</param>
public sealed record TeamMember(SentEmployee Learner, EnrolmentFacts Facts);
