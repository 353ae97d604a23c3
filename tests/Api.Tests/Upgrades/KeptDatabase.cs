using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MethodCenter.Api.Tests.OpenApi;
using MethodCenter.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>The small filled database of a released version, and what that version read from it.</summary>
/// <remarks>
/// Written by <c>eng/keep-database</c> with the code of the version itself: the demo, thinned to a few rows of every
/// table with all that they refer to. The clock stands still at the same instant when it is read again, since reports
/// ask it.
/// </remarks>
internal static partial class KeptDatabase
{
    /// <summary>
    /// What one database of one version may weigh in the source tree. The first weighs 290 KiB, of which most are the rows
    /// that each table keeps: a version with a few tables more must still be kept as a whole.
    /// </summary>
    public const int MostBytes = 400 * 1024;

    private static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    public static string Folder { get; } = Repository.PathOf("tests", "Api.Tests", "Upgrades", "Kept");

    public static IEnumerable<string> Versions =>
        Directory.EnumerateFiles(Folder, "*.json.br").Select(file => Path.GetFileName(file)[..^".json.br".Length]);

    /// <summary>
    /// File of a database: <c>0.1.0.Sqlite.br</c> is the file itself, <c>0.1.0.PostgreSql.br</c> a script of SQL.
    /// </summary>
    public static string FileOf(string version, DatabaseProvider provider) =>
        Path.Combine(Folder, $"{version}.{provider}.br");

    /// <summary>The version being made.</summary>
    public static string Current { get; } = typeof(Program).Assembly.GetName().Version!.ToString(3);

    /// <summary>The versions that have a migration, which is named as they are (eng/add-migration).</summary>
    public static IReadOnlyList<string> MigratedTo(DatabaseProvider provider) =>
        [
            .. Assembly
                .Load($"MethodCenter.Migrations.{provider}")
                .GetTypes()
                .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
                .OfType<string>()
                .Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])
                .Select(name => name == "Initial" ? "0.1.0" : name.TrimStart('V').Replace('_', '.'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Versions whose database must be kept and is not. That of the version being made is kept before its release, which
    /// nothing in a clone without tags tells: it is missing from the day on which the next version is made.
    /// </summary>
    public static IEnumerable<string> Unkept(IEnumerable<string> migrated, string current, IEnumerable<string> kept) =>
        migrated.Except([current]).Except(kept);

    public static string ReadingsOf(string version) => Path.Combine(Folder, $"{version}.json.br");

    /// <summary>A copy of the database; whoever opens it disposes it.</summary>
    public static async Task<TestDatabase> OpenAsync(string version, DatabaseProvider provider)
    {
        var database = await TestDatabase.EmptyAsync(provider);
        await using var kept = new BrotliStream(File.OpenRead(FileOf(version, provider)), CompressionMode.Decompress);
        if (provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
            await using var copy = File.Create(file);
            await kept.CopyToAsync(copy);
            return database;
        }

        using var reader = new StreamReader(kept);
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            MetaCommand().Replace(await reader.ReadToEndAsync(), ""),
            connection
        );
        await command.ExecuteNonQueryAsync();
        return database;
    }

    /// <summary>What the version itself read.</summary>
    public static async Task<IReadOnlyList<Reading>> ReadBeforeAsync(string version, DatabaseProvider provider)
    {
        await using var kept = new BrotliStream(File.OpenRead(ReadingsOf(version)), CompressionMode.Decompress);
        return (await JsonSerializer.DeserializeAsync<Dictionary<DatabaseProvider, List<Reading>>>(kept))![provider];
    }

    /// <summary>
    /// A service whose clock stands still and whose workers do not run: nothing changes except through the test.
    /// </summary>
    public static TestService StartOn(TestDatabase database, bool demo = false) =>
        TestService.StartOn(
            database,
            demo ? new Dictionary<string, string?> { ["Demo:Load"] = "true" } : null,
            services =>
            {
                foreach (var worker in services.Where(IsOurWorker).ToList())
                {
                    services.Remove(worker);
                }

                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FakeTimeProvider(Now)));
            }
        );

    private static bool IsOurWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("MethodCenter", StringComparison.Ordinal) == true;

    /// <summary>Lines that only <c>psql</c> understands.</summary>
    [GeneratedRegex(@"^\\.*$", RegexOptions.Multiline)]
    private static partial Regex MetaCommand();
}
