using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Upgrades;

/// <summary>The filled database of every released version, read by this one: equal counts and figures, no server error.</summary>
public sealed class UpgradeTests
{
    private const int FewestAddresses = 300;

    public static TheoryData<string, DatabaseProvider> Kept =>
        [
            .. KeptDatabase.Versions.SelectMany(version =>
                new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql }.Select(provider => new TheoryDataRow<
                    string,
                    DatabaseProvider
                >(version, provider))
            ),
        ];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_a_released_version_read_is_read_by_this_one(string version, DatabaseProvider provider)
    {
        var before = await KeptDatabase.ReadBeforeAsync(version, provider);
        await using var database = await KeptDatabase.OpenAsync(version, provider);
        await using var service = KeptDatabase.StartOn(database);

        var after = await Reader.ReadAgainAsync(service, before);

        before.Count.ShouldBeGreaterThan(FewestAddresses);
        Reading.Compare(before, after).ShouldBeEmpty();
    }

    /// <summary>What happened once: a migration fills a new column with '' where the model reads JSON.</summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_column_that_an_upgrade_fills_wrongly_is_noticed(string version, DatabaseProvider provider)
    {
        var before = (await KeptDatabase.ReadBeforeAsync(version, provider))
            .Where(reading => reading.Address.Contains("/programmes", StringComparison.Ordinal))
            .ToList();
        await using var database = await KeptDatabase.OpenAsync(version, provider);
        await database.QueryAsync("UPDATE programmes SET modules = ''");
        await using var service = KeptDatabase.StartOn(database);

        var differences = Reading.Compare(before, await Reader.ReadAgainAsync(service, before));

        differences.ShouldContain(difference => difference.EndsWith("200 is now 500", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Lost_rows_are_noticed(string version, DatabaseProvider provider)
    {
        var before = (await KeptDatabase.ReadBeforeAsync(version, provider))
            .Where(reading => reading.Address.Contains("/rooms", StringComparison.Ordinal))
            .ToList();
        await using var database = await KeptDatabase.OpenAsync(version, provider);
        await database.QueryAsync(
            "DELETE FROM rooms WHERE NOT EXISTS (SELECT 1 FROM lessons WHERE lessons.room_id = rooms.id)"
        );
        await using var service = KeptDatabase.StartOn(database);

        var differences = Reading.Compare(before, await Reader.ReadAgainAsync(service, before));

        differences.ShouldContain(difference => difference.Contains("items are now", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public void Every_version_that_migrates_is_kept_before_the_next_is_made(DatabaseProvider provider)
    {
        var migrated = KeptDatabase.MigratedTo(provider);
        var kept = KeptDatabase.Versions.Where(version => File.Exists(KeptDatabase.FileOf(version, provider))).ToList();

        kept.ShouldContain("0.1.0");
        KeptDatabase
            .Unkept(migrated, KeptDatabase.Current, kept)
            .ShouldBeEmpty("eng/keep-database keeps it, with the code of that version");
        kept.Except(migrated).Except([KeptDatabase.Current]).ShouldBeEmpty("no such version");
    }

    [Fact]
    public void A_version_that_was_not_kept_is_named() =>
        KeptDatabase.Unkept(["0.1.0", "0.2.0", "0.3.0"], "0.3.0", ["0.1.0"]).ShouldBe(["0.2.0"]);

    [Fact]
    public void A_kept_database_is_small() =>
        Directory
            .EnumerateFiles(KeptDatabase.Folder)
            .ShouldAllBe(file => new FileInfo(file).Length < KeptDatabase.MostBytes);
}
