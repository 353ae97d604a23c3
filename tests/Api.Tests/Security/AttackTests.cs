using System.Diagnostics;
using System.Text.RegularExpressions;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Security;

/// <summary>
/// The scripted attacks of <c>eng/Attacks</c> on a service as an operator starts it: a process of its own, since the
/// attacker is one too.
/// </summary>
public sealed partial class AttackTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_door_holds()
    {
        var (exitCode, points) = await AttackAsync(share: 128);

        points.ShouldBe(["A1 held", "A2 held", "A6 held", "A8 held", "A9 held"]);
        exitCode.ShouldBe(0);
    }

    /// <summary>An attack that finds nothing where there is something to find shows nothing.</summary>
    [Fact]
    public async Task Each_attack_succeeds_where_it_may()
    {
        var (exitCode, points) = await AttackAsync(share: 1, "--as", "centreAdministrator");

        points.ShouldBe(["A1 BROKEN", "A2 BROKEN", "A6 BROKEN", "A8 BROKEN", "A9 BROKEN"]);
        exitCode.ShouldBe(1);
    }

    /// <param name="share">Requests to all receivers at a time: where there is one, slow receivers take it.</param>
    /// <param name="options">Of the attacker.</param>
    private static async Task<(int ExitCode, IReadOnlyList<string> Points)> AttackAsync(
        int share,
        params IReadOnlyList<string> options
    )
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var settings = new Dictionary<string, string>
        {
            ["Webhooks__AllowLoopback"] = "true",
            ["Webhooks__TimeoutSeconds"] = "60",
            ["Webhooks__MostAtOnceInAll"] = $"{share}",
        };
        await using var service = await ServiceProcess.StartAsync(database, settings);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "MethodCenter.Attacks.dll"),
            service.Address.ToString(),
            "--key",
            TestService.AdministratorKey,
            .. options,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var attacker = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (
                attacker.StandardOutput.ReadToEndAsync(limit.Token),
                attacker.StandardError.ReadToEndAsync(limit.Token)
            );
            await attacker.WaitForExitAsync(limit.Token);
            TestContext.Current.TestOutputHelper?.WriteLine(await output + await errors);
            return (
                attacker.ExitCode,
                [.. Verdict().Matches(await output).Select(line => $"{line.Groups[1]} {line.Groups[2]}")]
            );
        }
        finally
        {
            if (!attacker.HasExited)
            {
                attacker.Kill();
            }
        }
    }

    [GeneratedRegex("^(A[0-9]+) .*: (held|BROKEN)", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
