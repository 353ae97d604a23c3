using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Report on issued certificates: kind, month, programme; duplicates and annulled ones apart.</summary>
public sealed record CertificateReport : StatedReport
{
    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>What was counted, in the caller's language.</summary>
    public string Basis { get; init; } = "";

    public IReadOnlyList<CertificateReportKind> Kinds { get; init; } = [];

    /// <summary>In the order of months, each with its kinds.</summary>
    [CrossTable]
    public IReadOnlyList<CertificateReportMonth> Months { get; init; } = [];

    /// <summary>By title, each with its kinds.</summary>
    [CrossTable]
    public IReadOnlyList<CertificateReportProgramme> Programmes { get; init; } = [];

    public CertificateCounts Total { get; init; } = new();
}

/// <summary>Counts of certificates.</summary>
public record CertificateCounts : ReportLine
{
    /// <summary>Issued for the first time in the period, and not annulled.</summary>
    public int Issued { get; init; }

    /// <summary>Issued in place of another in the period, and not annulled.</summary>
    public int Replacements { get; init; }

    /// <summary>
    /// Certificates issued in the period, for the first time or in place of another, that have been annulled since.
    /// </summary>
    public int Annulled { get; init; }
}

/// <summary>Certificates of one kind.</summary>
public sealed record CertificateReportKind : CertificateCounts
{
    public CertificateKind Kind { get; init; }
}

/// <summary>Certificates of one kind in a month.</summary>
public sealed record CertificateReportMonth : CertificateCounts
{
    [NotPersons]
    public int Year { get; init; }

    /// <summary>1–12.</summary>
    [NotPersons]
    public int Month { get; init; }

    public CertificateKind Kind { get; init; }
}

/// <summary>Certificates of one kind by programme.</summary>
public sealed record CertificateReportProgramme : CertificateCounts
{
    public string Title { get; init; } = "";

    /// <summary>Academic hours.</summary>
    [NotPersons]
    public int Hours { get; init; }

    public CertificateKind Kind { get; init; }
}
