using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Career.Reports;

/// <summary>Cells of the report of attestations (SPB-T12): <c>category:K</c>, <c>group:G</c>, <c>cell:K/G</c>, <c>none</c>.</summary>
public sealed class AttestationReportCells : ReportCells
{
    /// <summary>Persons to whom nothing was granted that makes a row.</summary>
    public const string None = "none";

    public override ReportCode Report => ReportCode.Attestations;

    public override string Forms => "total, category:first, group:school, cell:highest/preschool, none";

    public static string Category(AttestationKind kind) => $"category:{Name(kind)}";

    public static string Group(InstitutionGroup group) => $"group:{Name(group)}";

    public static string Cell(AttestationKind kind, InstitutionGroup group) => $"cell:{Name(kind)}/{Name(group)}";

    protected override bool Has(string key) =>
        key == None
        || Part(key) switch
        {
            ("category", var kind) => Is<AttestationKind>(kind),
            ("group", var group) => Is<InstitutionGroup>(group),
            ("cell", var cell) => cell.Split('/') is [var kind, var group]
                && Is<AttestationKind>(kind)
                && Is<InstitutionGroup>(group),
            _ => false,
        };
}
