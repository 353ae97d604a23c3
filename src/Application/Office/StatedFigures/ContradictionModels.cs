using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Published figures that the records do not bear.</summary>
public sealed record ContradictionReport
{
    /// <summary>First day of the periods that are looked at; null: from the first.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the periods that are looked at; null: to the last.</summary>
    public DateOnly? To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was held against what, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    /// <summary>A page of the contradictions. A page may be shorter than asked for and still have one behind it.</summary>
    public Page<Contradiction> Contradictions { get; init; } = null!;
}

/// <summary>A published figure that the records do not bear.</summary>
public sealed record Contradiction
{
    /// <summary>The stated figure, where it can be corrected.</summary>
    public Guid StatedFigureId { get; init; }

    public ReportCode Report { get; init; }

    /// <summary>Name of the report, in the caller's language.</summary>
    public string ReportTitle { get; init; } = "";

    public string Period { get; init; } = "";

    public string CellKey { get; init; } = "";

    /// <summary>Name of the cell, in the caller's language.</summary>
    public string CellName { get; init; } = "";

    public ReportUnit Unit { get; init; }

    /// <summary>The figure as published.</summary>
    public decimal Stated { get; init; }

    /// <summary>The figure, computed from the records; null: there is nothing to compute it from.</summary>
    public decimal? Value { get; init; }

    /// <summary>Published minus computed.</summary>
    public decimal? Difference { get; init; }

    /// <summary>Of a share, its whole; of a part, the total to which it adds up; null: it is a total itself.</summary>
    public ContradictionCell? Base { get; init; }

    /// <summary>The likely cause.</summary>
    public ContradictionCauseKind Cause { get; init; }

    /// <summary>What the cause means, in the caller's language.</summary>
    public string CauseName { get; init; } = "";

    /// <summary>The cells that show the cause: the other row, the other base, the printed parts.</summary>
    public IReadOnlyList<ContradictionCell> CauseCells { get; init; } = [];

    /// <summary>Further causes that the figures bear as well.</summary>
    public IReadOnlyList<ContradictionCauseKind> OtherCauses { get; init; } = [];

    /// <summary>Where it was published.</summary>
    public string Source { get; init; } = "";

    /// <summary>The page, or the table on it.</summary>
    public string? Page { get; init; }
}

/// <summary>A cell of the report that stands beside the one in question.</summary>
public sealed record ContradictionCell
{
    public string Key { get; init; } = "";

    /// <summary>Name of the cell, in the caller's language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The figure, computed from the records.</summary>
    public decimal? Value { get; init; }

    /// <summary>The figure as published; null: none is recorded.</summary>
    public decimal? Stated { get; init; }
}
