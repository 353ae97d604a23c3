using System.Globalization;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Office.Reports;

/// <summary>Cells of the report of those trained by provider (SPB-18).</summary>
/// <remarks><c>own</c>, <c>provider:name</c>, <c>hours:name@P/hours</c>, where an empty name is the centre itself.</remarks>
public sealed class ProviderReportCells : ReportCells
{
    /// <summary>What the centre itself has taught.</summary>
    public const string Own = "own";

    public override ReportCode Report => ReportCode.TrainedByProvider;

    public override string Forms => "total, own, provider:…, hours:…@professionalDevelopment/72";

    public static string Provider(string name) => $"provider:{name}";

    /// <param name="hours">Null: not known.</param>
    public static string Hours(string? provider, ProgrammeKind kind, int? hours) =>
        $"hours:{provider}@{Name(kind)}/{hours?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}";

    protected override bool Has(string key) =>
        key == Own
        || Part(key) switch
        {
            ("provider", var name) => name.Length > 0,
            ("hours", var rest) => rest.Contains('@', StringComparison.Ordinal)
                && rest[(rest.LastIndexOf('@') + 1)..].Split('/') is [var kind, var hours]
                && Is<ProgrammeKind>(kind)
                && IsWholeNumber(hours),
            _ => false,
        };
}
