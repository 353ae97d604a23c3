using System.Net;
using System.Text.RegularExpressions;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>How the service meets its database.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task SQLite_is_durable_and_keeps_foreign_keys(string pragma, string expected)
    {
        var service = await TestService.SharedAsync();
        using var scope = service.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        var value = await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);

        Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected);
        command.CommandTimeout.ShouldBeGreaterThanOrEqualTo(30, "how long a statement waits for another process");
    }

    [Fact]
    public async Task What_the_connection_string_says_against_it_does_not_count()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var service = TestService.StartOn(
            database,
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:MethodCenter"] =
                    database.ConnectionString + ";Foreign Keys=False;Default Timeout=1",
            }
        );
        using var scope = service.Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();

        var refusal = await Should.ThrowAsync<Exception>(() =>
            context.Database.ExecuteSqlRawAsync(
                "INSERT INTO courses SELECT * FROM courses; DELETE FROM centres; "
                    + "UPDATE accounts SET centre_id = x'00'; INSERT INTO api_keys (id, account_id) VALUES (x'01', x'02')",
                TestContext.Current.CancellationToken
            )
        );

        refusal.Message.ShouldContain("constraint failed");
        (
            (Microsoft.Data.Sqlite.SqliteConnection)context.Database.GetDbConnection()
        ).DefaultTimeout.ShouldBeGreaterThanOrEqualTo(30);
    }

    /// <summary>A first start with the demo makes keys twice: the administrator's before the demo, those of the demo behind it.</summary>
    [Fact]
    public async Task A_start_without_a_terminal_writes_its_first_keys_to_one_file()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("methodcenter-keys");
        try
        {
            await using var service = await ServiceProcess.StartAsync(
                database,
                new Dictionary<string, string> { ["Demo__Load"] = "true", ["METHODCENTER_SECRETS"] = folder.FullName },
                presetsKey: false
            );
            var file = folder.GetFiles().ShouldHaveSingleItem();
            await Patience.UntilAsync(
                () => Task.FromResult(KeysOf(file).Count > 1 || folder.GetFiles().Length > 1),
                "the keys of the demo",
                TestContext.Current.CancellationToken
            );

            var keys = KeysOf(file);
            keys.Count.ShouldBeGreaterThan(3, "of the administrator and of the roles of the demo");
            foreach (var key in new[] { keys[0], keys[^1] })
            {
                using var client = service.Client(key);
                (await client.GetAsync("/me")).Code.ShouldBe(200);
            }

            folder.GetFiles().Length.ShouldBe(1);
            keys.ShouldAllBe(key => !service.Output.Contains(key), "no key in the log");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_switch_of_the_start_takes_back_all_keys_of_the_administrator()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);
        var folder = Directory.CreateTempSubdirectory("methodcenter-keys");
        try
        {
            await using (var leaked = await ServiceProcess.StartAsync(database))
            {
                using var before = leaked.Client();
                (await before.GetAsync("/me")).Code.ShouldBe(200);
            }

            await using var service = await ServiceProcess.StartAsync(
                database,
                new Dictionary<string, string> { ["METHODCENTER_SECRETS"] = folder.FullName },
                presetsKey: false,
                "--revoke-keys"
            );
            using var old = service.Client();
            using var renewed = service.Client(KeysOf(folder.GetFiles().ShouldHaveSingleItem()).ShouldHaveSingleItem());

            (await old.GetAsync("/me")).Code.ShouldBe(401);
            (await renewed.GetAsync("/me")).Code.ShouldBe(200);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> KeysOf(FileInfo file) =>
        [.. Regex.Matches(File.ReadAllText(file.FullName), "mck_[A-Za-z0-9_-]+").Select(found => found.Value)];

    [Fact]
    public async Task A_database_with_pending_migrations_is_refused_until_told_to_migrate()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.PostgreSql);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database,
            new Dictionary<string, string> { ["Database__Migrate"] = "false" }
        );

        exitCode.ShouldNotBe(0);
        output.ShouldContain("--migrate");
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
        (await database.CountRowsAsync()).ShouldBeEmpty();

        await using var service = await ServiceProcess.StartAsync(
            database,
            new Dictionary<string, string> { ["Database__Migrate"] = "true" }
        );
        using var client = service.Client(key: null);
        Answer ready = null!;
        await Patience.UntilAsync(
            async () => (ready = await client.GetAsync("/health/ready")).Status == HttpStatusCode.OK,
            "ready",
            TestContext.Current.CancellationToken
        );
        ((int)ready["pendingMigrations"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider не может быть «Oracle»")]
    [InlineData("Database__Provider", "SqlServer", "Не задана строка подключения к базе данных SqlServer")]
    public async Task A_setting_that_cannot_be_is_told_in_a_sentence(string name, string value, string sentence)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database,
            new Dictionary<string, string> { [name] = value, ["ConnectionStrings__MethodCenter"] = "" }
        );

        exitCode.ShouldBe(1);
        output.ShouldContain(sentence);
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
    }

    [Theory]
    [InlineData("text", "файл повреждён, не открывается или это не база данных SQLite")]
    [InlineData("damaged", "файл повреждён, не открывается или это не база данных SQLite")]
    [InlineData("folder", "файл повреждён, не открывается или это не база данных SQLite")]
    [InlineData("read-only", "в базу нельзя писать")]
    [InlineData("no folder", "папку для неё нельзя создать")]
    [InlineData("no string", "Строка подключения не понята")]
    public async Task A_file_that_cannot_be_used_is_told_in_a_sentence(string kind, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        switch (kind)
        {
            case "text":
                await File.WriteAllTextAsync(file, new string('x', 10_000), TestContext.Current.CancellationToken);
                break;
            case "damaged":
                await using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
                {
                    stream.Position = 4096;
                    await stream.WriteAsync(
                        Enumerable.Repeat((byte)0x5a, (int)stream.Length - 4096).ToArray(),
                        TestContext.Current.CancellationToken
                    );
                }

                break;
        }

        var connection = kind switch
        {
            "folder" => $"Data Source={Path.GetDirectoryName(file)}",
            "read-only" => $"Data Source={file};Mode=ReadOnly",
            "no folder" => $"Data Source={file}/inside/methodcenter.db",
            "no string" => "Dta Source=x",
            _ => database.ConnectionString,
        };
        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database,
            new Dictionary<string, string> { ["ConnectionStrings__MethodCenter"] = connection }
        );

        exitCode.ShouldBe(1, output);
        output.ShouldContain(sentence);
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
    }

    [Fact]
    public async Task A_migration_step_does_nothing_else()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(database, null, "--migrate", "--demo");

        exitCode.ShouldBe(1);
        output.ShouldContain("--demo укажите при следующем запуске");
    }

    [Theory]
    [InlineData("--migrat")]
    [InlineData("--new_key")]
    [InlineData("-demo")]
    public async Task A_switch_that_there_is_not_is_refused_with_those_that_there_are(string mistyped)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(database, null, mistyped);

        exitCode.ShouldBe(1);
        output.ShouldContain($"Ключа «{mistyped}» нет. Есть: --migrate,");
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
        (await database.CountRowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_sentence()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseProvider.Sqlite);
        using var holder = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        holder.Start();
        var port = ((System.Net.IPEndPoint)holder.LocalEndpoint).Port;

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(
            database,
            null,
            "--urls",
            $"http://127.0.0.1:{port}"
        );

        exitCode.ShouldBe(1);
        output.ShouldContain($"Порт {port} занят другой программой");
        output.ShouldNotContain("   at ", Case.Sensitive, "an operator gets a sentence, not a stack trace");
        (await database.CountRowsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_migration_step_migrates_says_so_and_ends(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        var settings = new Dictionary<string, string> { ["Database__Migrate"] = "false" };

        var first = await ServiceProcess.RunToEndAsync(database, settings, "--migrate");
        var second = await ServiceProcess.RunToEndAsync(database, settings, "--migrate");

        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldContain("Применены миграции: ");
        first.Output.ShouldContain("_Initial");
        second.ExitCode.ShouldBe(0, second.Output);
        second.Output.ShouldContain("менять нечего");
        (await database.CountAsync("SELECT count(*) FROM centres")).ShouldBe(0);
        (await database.CountAsync("SELECT count(*) FROM api_keys")).ShouldBe(0, "keys are made by the first start");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "20261120101500_Feedback", "версией до 0.1.0", "by a version before 0.1.0")]
    [InlineData(
        DatabaseProvider.PostgreSql,
        "20261120101500_Feedback",
        "версией до 0.1.0",
        "by a version before 0.1.0"
    )]
    [InlineData(DatabaseProvider.Sqlite, "29990101000000_V9_0_0", "более новой версией", "by a newer version")]
    [InlineData(DatabaseProvider.PostgreSql, "29990101000000_V9_0_0", "более новой версией", "by a newer version")]
    public async Task A_database_of_another_line_is_refused_with_a_sentence(
        DatabaseProvider provider,
        string migration,
        string russian,
        string english
    )
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (TestService.StartOn(database)) { }
        await database.QueryAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" NOT LIKE '%Initial'");
        await database.QueryAsync($"UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '{migration}'");
        var before = await database.CountRowsAsync();

        var (exitCode, output) = await ServiceProcess.RunToEndAsync(database);

        exitCode.ShouldBe(1);
        output.ShouldContain(russian);
        output.ShouldContain(english);
        output.ShouldContain(migration);
        output.ShouldNotContain("   at ", Case.Sensitive);
        output.ShouldNotContain("Exception");
        (await database.CountRowsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("PostgreSql")]
    [InlineData("SqlServer")]
    public void A_server_without_a_connection_string_is_refused_with_the_setting_named(string provider)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Provider"] = provider })
            .Build();

        Should
            .Throw<StartRefusedException>(() => new ServiceCollection().AddInfrastructure(configuration))
            .Message.ShouldContain("ConnectionStrings:MethodCenter");
    }
}
