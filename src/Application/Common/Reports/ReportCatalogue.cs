using System.Collections.Frozen;
using System.Collections.Immutable;
using MethodCenter.Application.Common.Areas;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>Every report that the areas declare.</summary>
public static class ReportCatalogue
{
    private static readonly Lazy<ImmutableArray<ReportDeclaration>> Found = new(() =>
        [
            .. AssemblyParts
                .Classes.Where(type => typeof(ReportDeclaration).IsAssignableFrom(type))
                .Select(type => (ReportDeclaration)Activator.CreateInstance(type, nonPublic: true)!)
                .OrderBy(report => report.Code.Value, StringComparer.Ordinal),
        ]
    );

    private static readonly Lazy<FrozenDictionary<string, ReportDeclaration>> ByCode = new(() =>
        All.ToFrozenDictionary(report => report.Code.Value, StringComparer.Ordinal)
    );

    private static readonly Lazy<FrozenDictionary<Type, ReportDeclaration>> ByQuery = new(() =>
        All.ToFrozenDictionary(report => report.QueryType)
    );

    /// <summary>By code.</summary>
    public static ImmutableArray<ReportDeclaration> All => Found.Value;

    public static ReportDeclaration Of(ReportCode code) => ByCode.Value[code.Value];

    /// <summary>The report of a code; null: there is none.</summary>
    public static ReportDeclaration? Find(string? code) => code is null ? null : ByCode.Value.GetValueOrDefault(code);

    /// <summary>The report that a request asks for; null: the request tells of other reports.</summary>
    public static ReportDeclaration? OfQuery(Type query) => ByQuery.Value.GetValueOrDefault(query);
}

/// <summary>A request below <c>/reports</c> that tells of other reports and has no cells of its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfReportsAttribute : Attribute;
