using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>A final work.</summary>
public sealed record FinalWorkBody
{
    public required string Topic { get; init; }

    /// <summary>The assignment («техническое задание»), as formulated with the employer.</summary>
    public string? Assignment { get; init; }

    /// <summary>Who set the assignment: the employer, or a person there.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>Absent: not defended yet.</summary>
    public FinalResult? Result { get; init; }

    /// <summary>Day of the defence; given with the result and only with it.</summary>
    public DateOnly? DefendedOn { get; init; }

    internal FinalWorkCard ToCard() => new(Topic, Assignment, AssignedBy, Result, DefendedOn);
}
