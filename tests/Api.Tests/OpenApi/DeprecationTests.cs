using System.Reflection;
using System.Text.Json;
using MethodCenter.Api.Endpoints;
using MethodCenter.Api.Http;
using MethodCenter.Api.OpenApi;
using MethodCenter.Application.Common.Contract;
using MethodCenter.Application.Learning.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>What is deprecated says so: in the document, in the answers to whoever uses it, in the changelog.</summary>
public sealed class DeprecationTests(PublishedDocuments published) : IClassFixture<PublishedDocuments>
{
    private const string Reports = "/api/v1/reports/applications";

    [Fact]
    public async Task Whoever_uses_a_deprecated_parameter_is_told_and_nobody_else()
    {
        var world = await World.SharedAsync();

        var told = (await world.Api.GetAsync("/reports/applications?submittedFrom=2026-09-01")).Expect(
            HttpStatusCode.OK
        );
        var refused = await world.Api.GetAsync("/reports/applications?submittedFrom=2026-09-01&from=2026-09-02");
        var other = (await world.Api.GetAsync("/reports/applications?from=2026-09-01")).Expect(HttpStatusCode.OK);

        Header(told, "Deprecation").ShouldBe("@1795910400"); // midnight of 29 November 2026
        Header(told, "Sunset").ShouldBeNull();
        Header(told, "Link").ShouldBe("</api/v1/meta/changelog>; rel=\"deprecation\"; type=\"application/json\"");
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        Header(refused, "Deprecation").ShouldBe("@1795910400");
        Header(other, "Deprecation").ShouldBeNull();
        Header(other, "Link").ShouldBeNull();
    }

    [Fact]
    public void The_document_marks_a_deprecated_parameter_and_says_what_to_use()
    {
        var operation = published[DocumentLanguage.English]["paths"]![Reports]!["get"]!;
        var parameters = operation["parameters"]!.AsArray().ToDictionary(one => (string)one!["name"]!);

        ((bool?)parameters["submittedFrom"]!["deprecated"]).ShouldBe(true);
        ((string)parameters["submittedFrom"]!["description"]!).ShouldEndWith(
            "Deprecated since 2026-11-29. Use `from`."
        );
        parameters["from"]!["deprecated"].ShouldBeNull();
        operation["deprecated"].ShouldBeNull();
        var headers = operation["responses"]!["200"]!["headers"]!.AsObject();
        new[] { "Deprecation", "Sunset", "Link" }.ShouldAllBe(name => headers.ContainsKey(name));
    }

    [Fact]
    public async Task Whoever_uses_a_deprecated_operation_is_told_until_when_and_what_follows()
    {
        var http = new DefaultHttpContext();
        http.SetEndpoint(
            new RouteEndpoint(
                _ => Task.CompletedTask,
                RoutePatternFactory.Parse("/old"),
                0,
                new EndpointMetadataCollection(Old),
                null
            )
        );

        await new DeprecationMiddleware(_ => Task.CompletedTask).InvokeAsync(http);

        http.Response.Headers["Deprecation"].ToString().ShouldBe("@1767225600");
        http.Response.Headers["Sunset"].ToString().ShouldBe("Thu, 01 Jul 2027 00:00:00 GMT");
        http.Response.Headers.Link.ToArray()
            .ShouldBe([
                "</api/v1/meta/changelog>; rel=\"deprecation\"; type=\"application/json\"",
                "</api/v1/new>; rel=\"successor-version\"",
            ]);
    }

    [Fact]
    public void The_document_marks_a_deprecated_operation()
    {
        var wording = published.Service.Services.GetRequiredService<Wordings>().Of(DocumentLanguage.English.Document);
        var operation = new OpenApiOperation { Description = "Does it." };

        operation.Mark(Deprecations.Of([Old]).Own, wording);

        operation.Deprecated.ShouldBeTrue();
        operation.Description.ShouldBe(
            "Does it. Deprecated since 2026-01-01. Use `/api/v1/new`. It may be gone after 2027-06-30."
        );
    }

    /// <summary>The policy: named in the changelog, and six months at least.</summary>
    [Fact]
    public void Whatever_is_deprecated_is_in_the_changelog_and_stays_for_six_months()
    {
        var marked = new[] { typeof(GetApplicationReport).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type =>
                type.GetMembers(
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Static
                        | BindingFlags.Instance
                        | BindingFlags.DeclaredOnly
                )
            )
            .Select(member =>
                (
                    Name: member is PropertyInfo ? JsonNamingPolicy.CamelCase.ConvertName(member.Name) : member.Name,
                    Mark: member.GetCustomAttribute<DeprecatedAttribute>()
                )
            )
            .Where(member => member.Mark is not null)
            .ToList();
        var named = ChangelogModel
            .Parse(File.ReadAllText(Repository.PathOf("docs", "changelog.md")))
            .Versions.SelectMany(version => version.Deprecated)
            .ToList();

        marked.ShouldNotBeEmpty();
        foreach (var (name, mark) in marked)
        {
            named.ShouldContain(line => line.Contains($"`{name}`"), name);
            (mark!.LastDay is null || mark.LastDay >= mark.Since.AddMonths(6)).ShouldBeTrue(name);
        }
    }

    private static string? Header(Answer answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private static MethodInfo Old =>
        typeof(DeprecationTests).GetMethod(nameof(Handle), BindingFlags.Static | BindingFlags.NonPublic)!;

    [Deprecated("2026-01-01", Sunset = "2027-06-30", Instead = "/api/v1/new")]
    private static void Handle() { }
}
