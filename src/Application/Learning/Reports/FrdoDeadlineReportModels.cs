using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>
/// Report on the terms of delivery to the federal register: which certificates are not accepted, and by which day to
/// deliver them (FRDO-7).
/// </summary>
public sealed record FrdoDeadlineReport : StatedReport, IReportLine
{
    public DateOnly AsOf { get; init; }

    public DateTimeOffset ComputedAt { get; init; }

    /// <summary>
    /// Whether references of study are counted. The act leaves it open: norm <c>frdo.study-references</c> (FRDO-8).
    /// </summary>
    public bool StudyReferences { get; init; }

    /// <summary>
    /// Calendar days from the issue, by the norm of the day <c>asOf</c>; each certificate is judged by the norm of its
    /// own day of issue.
    /// </summary>
    [NotPersons]
    public int DeadlineDays { get; init; }

    /// <summary>Days from the issue after which a document counts as due soon.</summary>
    [NotPersons]
    public int WarningDays { get; init; }

    /// <summary>The rule that sets the term.</summary>
    public RuleReference Rule { get; init; } = null!;

    /// <summary>Documents that were not accepted by the day; the filter by state does not narrow it.</summary>
    public int Total { get; init; }

    public int InTime { get; init; }

    public int Warning { get; init; }

    public int Overdue { get; init; }

    /// <summary>The row of the report: a published figure is recorded under it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Published figures of the row beside the computed ones; absent where none is recorded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StatedCell>? StatedFigures { get; private set; }

    /// <summary>A page of documents, the earliest issued first.</summary>
    public Page<FrdoDeadlineItem> Documents { get; init; } = null!;

    void IReportLine.TakeKey(string key) => Key = key;

    void IReportLine.TakeStated(IReadOnlyList<StatedCell>? figures) => StatedFigures = figures;
}

/// <summary>A certificate that the federal register has not accepted yet.</summary>
public sealed record FrdoDeadlineItem
{
    public Guid CertificateId { get; init; }

    /// <summary>Year of the register book.</summary>
    [NotPersons]
    public int RegisterYear { get; init; }

    /// <summary>Registration number of the document.</summary>
    [NotPersons]
    public int RegisterNumber { get; init; }

    public CertificateKind Kind { get; init; }

    /// <summary>Family name, given name, patronymic, as printed.</summary>
    public string FullName { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    /// <summary>Last day in time.</summary>
    public DateOnly DueOn { get; init; }

    public FrdoDeadlineState State { get; init; }

    /// <summary>The package in which it waits for the answer; null: none.</summary>
    public Guid? PackageId { get; init; }

    /// <summary>Number of that package.</summary>
    public int? PackageNumber { get; init; }
}
