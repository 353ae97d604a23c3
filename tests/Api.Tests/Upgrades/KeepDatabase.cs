using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using MethodCenter.Infrastructure;
using Npgsql;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>Keeps the databases of the version being made; <c>eng/keep-database</c> runs it, no test run does.</summary>
public sealed class KeepDatabase
{
    private const int RowsOfATable = 4;

    private static string Version => KeptDatabase.Current;

    [Fact(Explicit = true)]
    public async Task Keep()
    {
        var cancel = TestContext.Current.CancellationToken;
        var readings = new Dictionary<DatabaseProvider, IReadOnlyList<Reading>>();
        foreach (var provider in (DatabaseProvider[])[DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql])
        {
            await using var database = await TestDatabase.EmptyAsync(provider);
            await using (var service = KeptDatabase.StartOn(database, demo: true))
            {
                await service.TellAsync(cancel);
                await service.ThinAsync(RowsOfATable, cancel);
            }

            await WriteAsync(database, KeptDatabase.FileOf(Version, provider), cancel);
            await using var copy = await KeptDatabase.OpenAsync(Version, provider);
            await using var reader = KeptDatabase.StartOn(copy);
            var unread = new HashSet<string>();
            var all = new List<Reading>();
            foreach (var centre in (string[])["spb-central", "kemerovo"])
            {
                var (read, without) = await new Reader(reader, centre).ReadAllAsync();
                all.AddRange(read);
                unread = centre == "spb-central" ? [.. without] : [.. unread.Intersect(without)];
            }

            TestContext.Current.SendDiagnosticMessage($"{provider}: {all.Count} addresses");
            unread.ShouldBe(
                ["/api/v1/public/calendars/{code}"],
                "only what opens by a secret that nobody is shown twice"
            );
            all.Where(reading => reading.Status >= 500).ShouldBeEmpty();
            readings[provider] = all;
        }

        await using var file = File.Create(KeptDatabase.ReadingsOf(Version));
        await using var zip = new BrotliStream(file, CompressionLevel.SmallestSize);
        await JsonSerializer.SerializeAsync(zip, readings, cancellationToken: cancel);
    }

    private static async Task WriteAsync(TestDatabase database, string target, CancellationToken cancellationToken)
    {
        await using var file = File.Create(target);
        await using var zip = new BrotliStream(file, CompressionLevel.SmallestSize);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await using var source = File.OpenRead(Thinning.WholeFileOf(database));
            await source.CopyToAsync(zip, cancellationToken);
            return;
        }

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        using var dump = Process.Start(
            new ProcessStartInfo("pg_dump")
            {
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "--inserts",
                    "--rows-per-insert=100",
                    "--no-owner",
                    "--no-privileges",
                    "--no-comments",
                    $"--host={server.Host}",
                    $"--port={server.Port}",
                    $"--username={server.Username}",
                    server.Database!,
                },
            }
        )!;
        await dump.StandardOutput.BaseStream.CopyToAsync(zip, cancellationToken);
        await dump.WaitForExitAsync(cancellationToken);
        dump.ExitCode.ShouldBe(0);
    }
}
