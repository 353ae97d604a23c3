using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on programmes and the results of the internal expertise (KRS-27).</summary>
public sealed record ProgrammeExpertiseReport : StatedReport
{
    /// <summary>First day of the period; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; null: to the last.</summary>
    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>All programmes, by state.</summary>
    public IReadOnlyList<ProgrammeStateCount> States { get; init; } = [];

    /// <summary>All reviews of all rounds, by verdict.</summary>
    public IReadOnlyList<ReviewVerdictCount> Verdicts { get; init; } = [];

    /// <summary>A page of the programmes that are drafts or have been submitted to the expertise.</summary>
    public Page<ProgrammeExpertiseItem> Programmes { get; init; } = null!;
}

/// <summary>How many programmes are in a state.</summary>
[NotPersons]
public sealed record ProgrammeStateCount : ReportLine
{
    public ProgrammeStatus Status { get; init; }

    public int Count { get; init; }
}

/// <summary>How many reviews there are.</summary>
[NotPersons]
public sealed record ReviewVerdictCount : ReportLine
{
    public ReviewVerdict Verdict { get; init; }

    public int Count { get; init; }
}

/// <summary>A programme and the reviews of its last round of the expertise.</summary>
[NotPersons]
public sealed record ProgrammeExpertiseItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public ProgrammeStatus Status { get; init; }

    /// <summary>Number of the current edition.</summary>
    public int Edition { get; init; }

    /// <summary>How often it was submitted.</summary>
    public int Round { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Number of the act that approved it.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>Reviews of the last round that recommend it.</summary>
    public int Recommended { get; init; }

    /// <summary>Reviews of the last round that require a revision.</summary>
    public int ToRevise { get; init; }

    /// <summary>Reviews of the last round against it.</summary>
    public int Rejected { get; init; }
}
