using System.Text.Json.Nodes;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Foundation;

/// <summary>What an operator finds in the log of a service that writes to a pipe or a file.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task The_trace_id_that_a_user_is_shown_leads_to_the_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var settings = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Information" };
        await using var service = await ServiceProcess.StartAsync(database, settings);
        using var client = service.Client(key: null);
        var began = TimeProvider.System.GetUtcNow();

        var refused = await client.PostAsync("/auth/token", new { login = "нет-такого", password = "неверный-пароль" });
        refused.Expect(HttpStatusCode.Unauthorized);
        var inPath = Guid.NewGuid().ToString();
        var world = await World.CreateAsync(service.Client(), service.Client(centre: "test"));
        (await world.Api.GetAsync($"/courses/{inPath}")).Expect(HttpStatusCode.NotFound);
        await service.StopAsync(TimeSpan.FromSeconds(60));

        var lines = service
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith('{'))
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        lines.ShouldNotBeEmpty();
        service.Output.ShouldContain("GetCourse", Case.Sensitive, "the refusal is in the log");
        service.Output.ShouldNotContain(inPath, Case.Insensitive, "paths hold the codes of public links");
        lines.ShouldAllBe(line => DateTimeOffset.Parse((string)line["Timestamp"]!) >= began.AddMinutes(-5));
        var told = lines.Where(line => line.ToJsonString().Contains((string)refused["traceId"]!)).ToList();
        told.Count.ShouldBe(1, service.Output);
        ((string)told[0]["Message"]!).ShouldStartWith("Sign-in refused");
    }
}
