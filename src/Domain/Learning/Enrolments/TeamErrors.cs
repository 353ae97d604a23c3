namespace MethodCenter.Domain.Learning.Enrolments;

public static class TeamErrors
{
    public static readonly Error NotFound = Error.NotFound("team.not-found");

    public static readonly Error NameTaken = Error.Conflict("team.name-taken").At("/name");

    /// <summary>One person is no team, and a team is no school.</summary>
    public static readonly Error Size = Error
        .Unprocessable("team.size")
        .With("least", Team.LeastMembers)
        .With("most", Team.MostMembers)
        .At("/employeeIds");

    /// <summary>A team of which one is named twice is smaller than it says.</summary>
    public static readonly Error NamedTwice = Error.Unprocessable("team.named-twice").At("/employeeIds");

    /// <summary>It would wait in vain, and all behind it.</summary>
    public static Error AboveCapacity(int members, int capacity) =>
        Error.Conflict("team.above-capacity").With("members", members).With("capacity", capacity).At("/employeeIds");

    /// <summary>Fewer seats are free than the team has members, or another team waits for them.</summary>
    public static Warning Waits(int members, int seatsFree) =>
        new Warning("team.waits").With("members", members).With("seatsFree", seatsFree);

    /// <summary>All members work at the organisation that sends the team.</summary>
    public static readonly Error OtherOrganisation = Error.Unprocessable("team.other-organisation").At("/employeeIds");
}
