namespace MethodCenter.Application.Learning.Programmes;

/// <summary>The act that approves a programme.</summary>
public sealed record ProgrammeApprovalBody
{
    public required string ActNumber { get; init; }

    /// <summary>Not before the last review, not later than today; the norm of hours in force on that day applies.</summary>
    public required DateOnly ActDate { get; init; }
}
