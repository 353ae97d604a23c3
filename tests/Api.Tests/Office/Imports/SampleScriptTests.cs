using System.Diagnostics;
using MethodCenter.Api.Tests.OpenApi;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>The sample script brings a school with its staff and a course by imports, and nothing when it runs again.</summary>
public sealed class SampleScriptTests(ExampleWorld world) : IClassFixture<ExampleWorld>
{
    [Fact]
    public async Task It_brings_everything_once()
    {
        await using var service = TestService.ListenOn(world.Database);

        (await RunAsync(service)).ShouldBe(
            "organisations 1, employees 3, programmes 1, courses 1, enrolments 3, all 9"
        );
        (await RunAsync(service)).ShouldBe(
            "organisations 0, employees 0, programmes 0, courses 0, enrolments 0, all 0"
        );
    }

    private static async Task<string> RunAsync(TestService service)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            var argument in new[]
            {
                "run",
                "samples/scripts/post_staff.cs",
                "--",
                "--key",
                TestService.AdministratorKey,
                "--centre",
                ExampleWorld.Centre,
                "--url",
                service.ClientOptions.BaseAddress.ToString(),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (output, errors) = (
            process.StandardOutput.ReadToEndAsync(cancel),
            process.StandardError.ReadToEndAsync(cancel)
        );
        await process.WaitForExitAsync(cancel);
        process.ExitCode.ShouldBe(0, await errors + await output);
        var said = (await output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .Select(words => words[0] == "changed:" ? $"all {words[1]}" : $"{words[0].TrimEnd(':')} {words[1]}");
        return string.Join(", ", said);
    }
}
