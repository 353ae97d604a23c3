using System.Globalization;
using System.Text.Json;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Common.Reports;

/// <summary>Keys of the cells of reports: how a published figure finds the computed one.</summary>
/// <remarks>
/// <c>total</c> in every report. Courses: <c>source:S</c>, <c>block:S</c> or <c>block:S/reference</c>, and
/// <c>site:S[/reference]@place</c>, where a course without a site has an empty place. Attestations: <c>category:K</c>,
/// <c>group:G</c>, <c>cell:K/G</c>. Trained by provider: <c>own</c>, <c>provider:name</c>, <c>hours:name@P/hours</c>, where
/// an empty name is the centre itself. S, K, G and P are the names that the API gives to the values of the enums.
/// </remarks>
public static class ReportCells
{
    public const string Total = "total";

    /// <summary>What the centre itself has taught.</summary>
    public const string Own = "own";

    public static string Source(FundingSource source) => $"source:{Name(source)}";

    public static string Block(FundingSource source, string? reference) => $"block:{Path(source, reference)}";

    public static string Site(FundingSource source, string? reference, string? site) =>
        $"site:{Path(source, reference)}@{site}";

    public static string Category(AttestationKind kind) => $"category:{Name(kind)}";

    public static string Group(InstitutionGroup group) => $"group:{Name(group)}";

    public static string Cell(AttestationKind kind, InstitutionGroup group) => $"cell:{Name(kind)}/{Name(group)}";

    public static string Provider(string name) => $"provider:{name}";

    public static string Hours(string? provider, ProgrammeKind kind, int hours) =>
        $"hours:{provider}@{Name(kind)}/{hours.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Could the report ever have a cell of that key.</summary>
    public static bool IsKnown(ReportCode report, string key)
    {
        if (key == Total || (report == ReportCode.TrainedByProvider && key == Own))
        {
            return true;
        }

        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        var rest = key[(colon + 1)..];
        return (report, key[..colon]) switch
        {
            (ReportCode.Courses, "source") => Is<FundingSource>(rest),
            (ReportCode.Courses, "block") => Is<FundingSource>(rest.Split('/', 2)[0]),
            (ReportCode.Courses, "site") => rest.Contains('@', StringComparison.Ordinal)
                && Is<FundingSource>(rest.Split('/', '@')[0]),
            (ReportCode.Attestations, "category") => Is<AttestationKind>(rest),
            (ReportCode.Attestations, "group") => Is<InstitutionGroup>(rest),
            (ReportCode.Attestations, "cell") => rest.Split('/') is [var kind, var group]
                && Is<AttestationKind>(kind)
                && Is<InstitutionGroup>(group),
            (ReportCode.TrainedByProvider, "provider") => rest.Length > 0,
            (ReportCode.TrainedByProvider, "hours") => rest[(rest.LastIndexOf('@') + 1)..].Split('/')
                is [var kind, var hours]
                && rest.Contains('@', StringComparison.Ordinal)
                && Is<ProgrammeKind>(kind)
                && int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
    }

    /// <summary>The forms that keys of a report take, for people.</summary>
    public static string Forms(ReportCode report) =>
        report switch
        {
            ReportCode.Courses => "total, source:stateAssignment, block:personifiedModel/…, site:stateAssignment@…",
            ReportCode.Attestations => "total, category:first, group:school, cell:highest/preschool",
            _ => "total, own, provider:…, hours:…@professionalDevelopment/72",
        };

    private static string Path(FundingSource source, string? reference) =>
        reference is null ? Name(source) : $"{Name(source)}/{reference}";

    private static bool Is<TEnum>(string name)
        where TEnum : struct, Enum => Array.Exists(Enum.GetValues<TEnum>(), value => Name(value) == name);

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
