using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Norms of the delivery to ФИС ФРДО (FRDO-2, FRDO-7, FRDO-8).</summary>
public static class FrdoNorms
{
    /// <summary>Days from the issue within which a document is delivered (FRDO-7). Calendar days: assumed.</summary>
    public const string DeadlineDays = "frdo.deadline-days";

    /// <summary>Days from the issue after which the centre is warned.</summary>
    public const string WarningDays = "frdo.warning-days";

    /// <summary>First day of issue from which СНИЛС, form, funding and citizenship are required (FRDO-2).</summary>
    public const string FullFrom = "frdo.full-from";

    /// <summary>Are справки об обучении delivered too? The act leaves it open (FRDO-8).</summary>
    public const string StudyReferences = "frdo.study-references";

    private const string Act =
        "Постановление Правительства РФ от 31.05.2021 № 825 (срок и единица счёта не сверены с текстом)";
    private const string Template = "Шаблон «ДПО» ФИС ФРДО: проверки при загрузке";
    private const string Open = "Акт оставляет вопрос открытым: решение центра";

    public static readonly ImmutableArray<NormDefinition> All =
    [
        new(
            DeadlineDays,
            NormValueKind.WholeNumber,
            [new NormVersion(DeadlineDays, "60", null, null, "FRDO-7", Act, NormConfidence.Assumed)]
        )
        {
            Range = (1, 366),
        },
        new(
            WarningDays,
            NormValueKind.WholeNumber,
            [new NormVersion(WarningDays, "45", null, null, "FRDO-7", Open, NormConfidence.Local)]
        )
        {
            Range = (0, 366),
        },
        new(
            FullFrom,
            NormValueKind.Day,
            [new NormVersion(FullFrom, "2021-01-01", null, null, "FRDO-2", Template, NormConfidence.Assumed)]
        ),
        new(
            StudyReferences,
            NormValueKind.Flag,
            [new NormVersion(StudyReferences, "false", null, null, "FRDO-8", Open, NormConfidence.Local)]
        ),
    ];

    /// <summary>Kinds of documents that are delivered, by the norms of a day (FRDO-8).</summary>
    public static IReadOnlyList<CertificateKind> KindsOn(DateOnly day, NormSet norms) =>
        norms.Flag(StudyReferences, day)
            ?
            [
                CertificateKind.ProfessionalDevelopment,
                CertificateKind.RetrainingDiploma,
                CertificateKind.StudyReference,
            ]
            : [CertificateKind.ProfessionalDevelopment, CertificateKind.RetrainingDiploma];
}

/// <summary>How a document stands with its delivery (FRDO-7).</summary>
public enum FrdoDeadlineState
{
    /// <summary>The term is not near.</summary>
    InTime,

    /// <summary>The term is approaching.</summary>
    Warning,

    /// <summary>The term has passed.</summary>
    Overdue,
}

/// <summary>The term of delivery of documents issued on a day, by the norms of that day (FRDO-7).</summary>
public sealed record FrdoDeadline(DateOnly IssuedOn, int Days, int WarningDays)
{
    public static FrdoDeadline Of(DateOnly issuedOn, NormSet norms) =>
        new(
            issuedOn,
            norms.WholeNumber(FrdoNorms.DeadlineDays, issuedOn),
            norms.WholeNumber(FrdoNorms.WarningDays, issuedOn)
        );

    /// <summary>Last day in time.</summary>
    public DateOnly DueOn => IssuedOn.AddDays(Days);

    public FrdoDeadlineState StateOn(DateOnly day) =>
        day > DueOn ? FrdoDeadlineState.Overdue
        : day >= IssuedOn.AddDays(Math.Min(WarningDays, Days)) ? FrdoDeadlineState.Warning
        : FrdoDeadlineState.InTime;
}
