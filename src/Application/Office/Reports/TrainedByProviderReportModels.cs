using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Office.Reports;

/// <summary>Trained in an academic year: provider × kind of programme × hours.</summary>
public sealed record TrainedByProviderReport : YearReport
{
    /// <summary>Outside providers by name, then the centre itself.</summary>
    public IReadOnlyList<TrainedByProviderRow> Providers { get; init; } = [];

    public ReportFigure Total { get; init; } = new();
}

/// <summary>What one provider has taught.</summary>
public sealed record TrainedByProviderRow
{
    /// <summary>Name of the provider; of the centre, its short name.</summary>
    public string Provider { get; init; } = "";

    /// <summary>True: the centre itself.</summary>
    public bool Own { get; init; }

    /// <summary>By kind and hours, longest first.</summary>
    public IReadOnlyList<TrainedByHours> Hours { get; init; } = [];

    /// <summary>By programme, most learners first.</summary>
    public IReadOnlyList<TrainedByProgramme> Programmes { get; init; } = [];

    public ReportFigure Total { get; init; } = new();
}

/// <summary>Trained by programmes of one kind and length.</summary>
public sealed record TrainedByHours : ReportFigure
{
    public ProgrammeKind Kind { get; init; }

    /// <summary>Academic hours; null: not known.</summary>
    [NotPersons]
    public int? Hours { get; init; }
}

/// <summary>Trained by one programme.</summary>
public sealed record TrainedByProgramme : ReportLine
{
    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    /// <summary>Academic hours; null: not known.</summary>
    [NotPersons]
    public int? Hours { get; init; }

    public int Learners { get; init; }
}
