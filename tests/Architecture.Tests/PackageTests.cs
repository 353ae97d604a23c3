using System.Reflection;
using System.Xml.Linq;
using MethodCenter.Architecture.Tests.Samples;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Architecture.Tests;

/// <summary>How packages may be used; what the compiler refuses stands in <c>BannedSymbols.txt</c>.</summary>
public sealed class PackageTests
{
    private static readonly string[] Lists = ["src", "tests"];

    /// <summary>AutoMapper's known holes are in maps that run; a projection is an expression that the database runs.</summary>
    [Fact]
    public void AutoMapper_only_makes_projections() =>
        Code
            .All.SelectMany(assembly => assembly.Written())
            .Where(MapsAtRuntime)
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(MapsWhileItRuns))]
    [InlineData(typeof(MapsBothWays))]
    [InlineData(typeof(MapsInALambda))]
    public void A_map_that_runs_is_recognised(Type sample) => MapsAtRuntime(sample).ShouldBeTrue();

    /// <summary>An advisory that is passed over is named with its package; AutoMapper's are the only ones.</summary>
    [Fact]
    public void Advisories_are_passed_over_by_name_only()
    {
        var root = Path.Combine(Code.Source, "..");
        var props = new[] { "Directory.Build.props", "Directory.Packages.props" }
            .Select(file => XDocument.Load(Path.Combine(root, file)))
            .ToList();

        props
            .SelectMany(file => file.Descendants("NuGetAuditSuppress"))
            .Select(item => (string)item.Attribute("Include")!)
            .ShouldBe([
                "https://github.com/advisories/GHSA-rvv3-g6hj-g44x",
                "https://www.cve.org/CVERecord?id=CVE-2026-128081",
                "https://www.cve.org/CVERecord?id=CVE-2026-128082",
            ]);
        props.SelectMany(file => file.Descendants("NuGetAudit")).ShouldBeEmpty();
        props
            .SelectMany(file => file.Descendants("NoWarn"))
            .ShouldAllBe(item => !item.Value.Contains("NU19", StringComparison.Ordinal));
    }

    /// <summary>The analyzer passes over a symbol that it does not know, so a slip of the pen would ban nothing.</summary>
    [Fact]
    public void Every_banned_symbol_exists()
    {
        var banned = Lists
            .SelectMany(folder => File.ReadLines(Path.Combine(Code.Source, "..", folder, "BannedSymbols.txt")))
            .Select(line => line.Split(';')[0])
            .Distinct()
            .ToList();

        banned.Count.ShouldBeGreaterThan(20);
        banned.Where(symbol => !Exists(symbol)).ShouldBeEmpty();
        Exists("P:System.DateTime.UtcNaw").ShouldBeFalse();
        Exists("M:System.Threading.Tasks.Task.Wait(System.String)").ShouldBeFalse();
    }

    private static bool MapsAtRuntime(Type type) =>
        References.Of(type).Any(named => IsAutoMapper(named) && named.Name is "IMapper" or "IMapperBase" or "Mapper")
        || References
            .MembersOf(type)
            .Any(member =>
                member.DeclaringType is { } owner
                && IsAutoMapper(owner)
                && member.Name is "Map" or "CreateMap" or "CreateMapper"
            );

    private static bool IsAutoMapper(Type type) =>
        type.Namespace?.StartsWith(nameof(AutoMapper), StringComparison.Ordinal) == true;

    /// <summary>Looks a symbol up by its documentation id: <c>P:Namespace.Type.Property</c>, <c>M:Namespace.Type.Method(Types)</c>.</summary>
    private static bool Exists(string symbol)
    {
        var (kind, name) = (symbol[0], symbol[2..]);
        var parameters = name.Contains('(') ? name[name.IndexOf('(')..] : "";
        var path = name[..(name.Length - parameters.Length)];
        var (typeName, member) = (path[..path.LastIndexOf('.')], path[(path.LastIndexOf('.') + 1)..]);
        member = member == "#ctor" ? ".ctor" : member;
        var type = Type.GetType(typeName) ?? typeof(DbContext).Assembly.GetType(typeName);
        return kind switch
        {
            'T' => type is not null,
            'P' => type?.GetProperty(member) is not null,
            'M' => type?.GetMembers().OfType<MethodBase>().Any(IsIt) == true,
            _ => false,
        };

        bool IsIt(MethodBase method) =>
            method.Name == member
            && string.Join(',', method.GetParameters().Select(one => one.ParameterType.FullName))
                == parameters.Trim('(', ')');
    }
}
