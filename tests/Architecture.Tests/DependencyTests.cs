using MethodCenter.Architecture.Tests.Samples;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class DependencyTests
{
    internal const string Everywhere = "Territory";
    internal const string Reader = "Office";

    /// <summary>Arrows between contexts besides those to Territory and those of Office.</summary>
    internal static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Teaching"] = ["Learning"],
        ["Training"] = ["Learning"],
    };

    [Fact]
    public void Layers_depend_inwards_only()
    {
        Ours(Code.Domain).ShouldBeEmpty();
        Ours(Code.Application).ShouldBe(["MethodCenter.Domain"]);
        Ours(Code.Infrastructure).ShouldBe(["MethodCenter.Application", "MethodCenter.Domain"]);
        foreach (var provider in new[] { "Sqlite", "PostgreSql", "SqlServer" })
        {
            Ours(System.Reflection.Assembly.Load($"MethodCenter.Migrations.{provider}"))
                .Except(["MethodCenter.Infrastructure", "MethodCenter.Application", "MethodCenter.Domain"])
                .ShouldBeEmpty();
        }

        static string[] Ours(System.Reflection.Assembly assembly) =>
            [
                .. assembly
                    .GetReferencedAssemblies()
                    .Select(name => name.Name!)
                    .Where(name => name.StartsWith("MethodCenter.", StringComparison.Ordinal))
                    .Order(),
            ];
    }

    [Fact]
    public void The_domain_knows_the_base_library_alone() =>
        Code
            .Domain.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard")
            .ShouldBeEmpty();

    [Fact]
    public void Contexts_know_each_other_along_the_arrows_only() =>
        Code
            .All.SelectMany(layer => layer.Written())
            .SelectMany(type => WrongWays(type, Code.ContextOf(type)))
            .ShouldBeEmpty();

    /// <summary>Without the endpoints: an address follows the object that it names, and its answer may be of another area.</summary>
    [Fact]
    public void Areas_of_a_context_form_a_graph_without_cycles() =>
        AreaGraph.Of(Code.Domain, Code.Application, Code.Infrastructure).Cycles().ShouldBeEmpty();

    [Fact]
    public void A_cycle_is_named_with_the_types_that_close_it()
    {
        var graph = new AreaGraph();
        graph.Add("Learning.Courses", "Learning.Enrolments", "Course → Enrolment");
        graph.Add("Learning.Enrolments", "Learning.Orders", "Enrolment → Order");
        graph.Add("Learning.Orders", "Learning.Courses", "Order → Course");
        graph.Add("Learning.Orders", "Learning.Programmes", "Order → Programme");

        graph
            .Cycles()
            .ShouldBe([
                "Learning.Courses → Learning.Enrolments (Course → Enrolment) → Learning.Orders (Enrolment → Order) → Learning.Courses (Order → Course)",
            ]);
    }

    [Fact]
    public void What_is_common_knows_no_context_but_the_identity_it_rests_on() =>
        Code
            .Domain.Written()
            .Concat(Code.Application.Written())
            .Where(type => type.Namespace?.Contains(".Common", StringComparison.Ordinal) == true)
            .SelectMany(type =>
                References
                    .Of(type)
                    .Where(known =>
                        Code.ContextOf(known) is not null
                        && known.Namespace?.EndsWith(".Accounts", StringComparison.Ordinal) != true
                    )
                    .Select(known => $"{type.FullName} → {known.FullName}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Only_Messaging_and_the_pipeline_name_MediatR() =>
        Code.Files("Domain", "Application", "Infrastructure", "Api")
            .Where(file => file.Text.Contains("MediatR", StringComparison.Ordinal))
            .Select(file => file.Path)
            .Where(path =>
                !path.StartsWith("Application/Common/Messaging/", StringComparison.Ordinal)
                && !path.StartsWith("Application/Common/Behaviours/", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();

    [Fact]
    public void Endpoints_know_requests_and_not_entities()
    {
        var endpoints = Code
            .Api.Written()
            .Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal))
            .ToList();

        endpoints.Count.ShouldBeGreaterThan(30, "every area has its own");
        endpoints.SelectMany(EntitiesIn).ShouldBeEmpty();
    }

    [Fact]
    public void Endpoints_that_know_an_entity_are_seen() =>
        EntitiesIn(typeof(SampleEndpoints)).ShouldBe(["SampleEndpoints → Course"]);

    [Theory]
    [InlineData(typeof(NamesInAField), typeof(Course))]
    [InlineData(typeof(NamesInABody), typeof(CourseErrors))]
    [InlineData(typeof(NamesInALambda), typeof(Course))]
    [InlineData(typeof(NamesInAnAsyncMethod), typeof(Employee))]
    public void A_forbidden_reference_is_seen_wherever_it_hides(Type sample, Type known)
    {
        References.Of(sample).ShouldContain(known);
        var seen = WrongWays(sample, "Career").Any();
        seen.ShouldBe(Code.ContextOf(known) != Everywhere);
    }

    private static IEnumerable<string> EntitiesIn(Type type) =>
        References
            .Of(type)
            .Where(known =>
                typeof(Domain.Common.Entity).IsAssignableFrom(known) && known != typeof(Domain.Common.Entity)
            )
            .Select(known => $"{type.Name} → {known.Name}");

    private static IEnumerable<string> WrongWays(Type type, string? context) =>
        context is null or Reader
            ? []
            : References
                .Of(type)
                .Select(known => (Type: known, Context: Code.ContextOf(known)))
                .Where(known => known.Context is not null && known.Context != context && known.Context != Everywhere)
                .Where(known => context is null || !Arrows.GetValueOrDefault(context, []).Contains(known.Context))
                .Select(known => $"{type.FullName} → {known.Type.FullName}");
}
