using System.Reflection;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Health;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Leases;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>The SQL that the use cases run on SQL Server, captured without a server, in the grammar of SQL Server 2019.</summary>
public sealed class SqlServerSqlTests
{
    private const int MostTurns = 4;

    private static readonly IReadOnlyList<Type> Requests =
    [
        .. typeof(IAppRequest)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IAppRequest).IsAssignableFrom(type)),
    ];

    /// <summary>What is declared in the code is not asked of a database.</summary>
    private static readonly string[] AskNothing =
    [
        "GetImportTemplate",
        "GetNomenclature",
        "ListDatasets",
        "ListReports",
    ];

    /// <summary>Commands that refuse made-up values before they ask anything; another that comes to it is to be carried on.</summary>
    private static readonly string[] MayAskNothing =
    [
        "AddProgrammeReview", // one of two experts, never both
        "CompareFile", // the name of a dataset
        "ExportRows",
        "StartImport",
        "RecordStatedFigure", // a period and a cell in the words of its report
        "RegisterFeedbackQuestionnaire", // options or a scale, as the kind of the question has it
        "RegisterWebhook", // types of changes that there are
        "ReplayDeliveries", // positions or instants, never both
        "SetAcademicCalendar", // five or six days a week
        "SetNorm", // the code of a norm
    ];

    public static TheoryData<string> Queries =>
        [
            .. Requests
                .Where(type => !typeof(ICommand).IsAssignableFrom(type))
                .Select(type => type.Name)
                .Except(AskNothing)
                .Order(),
        ];

    public static TheoryData<string> Commands =>
        [.. Requests.Where(type => typeof(ICommand).IsAssignableFrom(type)).Select(type => type.Name).Order()];

    public static TheoryData<string> Tables
    {
        get
        {
            using var database = Models.Open(DatabaseProvider.SqlServer);
            return [.. database.Model.GetEntityTypes().Select(type => type.GetTableName()!).Order()];
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_query_parses_with_every_filter_sort_and_scope(string name)
    {
        await using var service = new SqlServerService();
        var type = Requests.Single(type => type.Name == name);
        var permission = PermissionAttribute.Of(type).Permission;
        Role[] holders = [.. Enum.GetValues<Role>().Where(role => RolePermissions.Of(role).Contains(permission))];
        foreach (var (any, optional) in new[] { (false, false), (true, false), (true, true) })
        {
            service.Answers.Any = any;
            foreach (var request in Variants(type, optional))
            {
                await using var scope = service.Administrator();
                var page = await SendAsync(scope, request);
                await ReadOnAsync(service, request, page);
                await using var limited = service.LimitedTo(FakeReader.Id, holders[^1]);
                await SendAsync(limited, request);
            }
        }

        service.Statements.ShouldNotBeEmpty($"{name} asked the database nothing");
        service.ShouldBeSound();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_parses_as_far_as_made_up_rows_carry_it(string name)
    {
        await using var service = new SqlServerService();
        var type = Requests.Single(type => type.Name == name);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            service.Answers.Turn = turn;
            foreach (var (any, optional) in new[] { (false, true), (true, false), (true, true) })
            {
                service.Answers.Any = any;
                await using var scope = service.Administrator();
                await SendAsync(scope, new Plausible(turn, optional).Make(type)!);
            }
        }

        service.Statements.IsEmpty.ShouldBe(
            MayAskNothing.Contains(name),
            $"{name}: {service.Statements.Count} statements"
        );
        service.ShouldBeSound();
    }

    /// <summary>Does the model let a column of the table change once its row is there?</summary>
    private static bool CanChange(string table)
    {
        using var database = Models.Open(DatabaseProvider.SqlServer);
        return database
            .Model.GetEntityTypes()
            .Single(type => type.GetTableName() == table)
            .GetProperties()
            .Any(property => !property.IsKey() && property.GetAfterSaveBehavior() == PropertySaveBehavior.Save);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Inserts_updates_and_deletes_of_every_table_parse(string table)
    {
        await using var service = new SqlServerService();
        foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
        {
            await using var scope = service.Administrator();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            var entry = database.Entry(Track(database, table));
            entry.State = state;
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        service.Statements.ShouldContain(sql => sql.Contains($"INSERT INTO [{table}]"));
        service.Statements.ShouldContain(sql => sql.Contains($"DELETE FROM [{table}]"));
        service
            .Statements.Any(sql => sql.Contains($"UPDATE [{table}]"))
            .ShouldBe(CanChange(table), "a table with a column outside of the key that may change");
        service.ShouldBeSound();
    }

    /// <summary>A new row of the table with a value in every column, tracked to be added.</summary>
    internal static object Track(MethodCenterDbContext database, string table)
    {
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        var type = database.Model.GetEntityTypes().Single(type => type.GetTableName() == table);
        var row = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var values = new Plausible(0, withOptional: true);
        foreach (var complex in type.GetComplexProperties())
        {
            complex.FieldInfo!.SetValue(row, values.Make(complex.ClrType));
        }

        var key = type.FindPrimaryKey()!.Properties[0];
        key.FieldInfo!.SetValue(row, values.Make(key.ClrType, key.Name));
        var entry = database.Entry(row);
        entry.State = EntityState.Added;
        foreach (var property in entry.Properties)
        {
            property.CurrentValue = values.Make(property.Metadata.ClrType, property.Metadata.Name);
        }

        return row;
    }

    [Fact]
    public async Task Statements_written_by_hand_parse()
    {
        await using var service = new SqlServerService();
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = service.Administrator();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(FakeReader.Id, null);
        await using var work = await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().BeginAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<INumerators>().NextAsync("courses/2026-2027", cancel);
        await database.HoldCourseAsync(FakeReader.Id, cancel);

        service.Statements.ShouldContain(sql => sql.Contains("MERGE [numerators]"));
        service.Statements.ShouldContain(sql => sql.Contains("UPDLOCK"));
        service.ShouldBeSound();
    }

    [Fact]
    public async Task The_feed_sifted_for_an_organisation_parses()
    {
        await using var service = new SqlServerService();
        await using var scope = service.LimitedTo(FakeReader.Id, Role.SchoolOperator);
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(FakeReader.Id, [FakeReader.Id]);
        var feed = scope.ServiceProvider.GetRequiredService<IChangeFeed>();
        var owned = ChangeTypes.All.Where(feed.HasOwners).ToList();

        owned
            .Select(type => type.Name)
            .ShouldBe([
                "applications",
                "attestations",
                "certificates",
                "contingents",
                "employees",
                "enrolments",
                "final-works",
                "head-attestations",
                "organisations",
                "participations",
                "quotas",
                "teams",
                "training-needs",
                "training-plans",
                "training-records",
            ]);
        IReadOnlyCollection<Guid> ids = [.. Enumerable.Range(0, ListChanges.MostLimit).Select(_ => EntityId.New())];
        await feed.FindVisibleAsync([.. owned.Select(type => (type, ids))], TestContext.Current.CancellationToken);
        await feed.ReadAsync(1, 9, ["courses", "employees"], 5, TestContext.Current.CancellationToken);

        service.Statements.ShouldContain(sql => sql.Contains("UNION ALL"));
        service.ShouldBeSound();
    }

    [Fact]
    public async Task What_the_service_does_for_itself_parses()
    {
        await using var service = new SqlServerService(new HastyTime());
        var cancel = TestContext.Current.CancellationToken;
        await using (var scope = service.Administrator())
        {
            var services = scope.ServiceProvider;
            var lease = services.GetRequiredService<LeaseKeeper>();
            await lease.TryHoldAsync("tested", FakeReader.Id, TimeSpan.FromSeconds(1), cancel);
            await lease.ReleaseAsync("tested", FakeReader.Id, cancel);
            await services.GetRequiredService<IHealthProbe>().LookAsync(cancel);
            service.Answers.Any = false;
            await services.GetRequiredService<IIdempotencyStore>().BeginAsync(FakeReader.Id, "key", [1], cancel);
            await lease.TryHoldAsync("tested", FakeReader.Id, TimeSpan.FromSeconds(1), cancel);
            await services.GetRequiredService<SigningKeys>().PublicKeysAsync(cancel);
            service.Answers.Any = true;
        }

        var workers = service.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        foreach (var worker in workers)
        {
            await worker.StartAsync(cancel);
        }

        await Patience.UntilAsync(
            () => Seen("INSERT INTO @batch") && Seen("DELETE FROM [i]"),
            "the relay gives places, maintenance deletes old answers",
            cancel
        );

        foreach (var worker in workers)
        {
            await worker.StopAsync(cancel);
        }

        service.ShouldBeSound();

        bool Seen(string part) => service.Statements.Any(sql => sql.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_parser_finds_what_SQL_Server_would_refuse() =>
        TSql.Faults("SELECT TOP 1 FROM [courses] LIMIT 5").ShouldNotBeEmpty();

    /// <summary>Each request as it comes, and sorted by every field of its list, both ways.</summary>
    private static IEnumerable<object> Variants(Type type, bool optional)
    {
        var request = Made(type, optional);
        yield return request;
        if (request is not ListQuery)
        {
            yield break;
        }

        var handler = typeof(IAppRequest).Assembly.GetTypes().Single(other => other.Name == type.Name + "Handler");
        var fields = handler
            .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(field => field.GetValue(null))
            .Single(value => value?.GetType().Name.StartsWith("SortFields", StringComparison.Ordinal) == true)!;
        var names = (IEnumerable<string>)fields.GetType().GetProperty("Names")!.GetValue(fields)!;
        foreach (var name in names.SelectMany(name => new[] { name, "-" + name }))
        {
            var sorted = Made(type, optional);
            Set(sorted, nameof(ListQuery.Sort), name);
            Set(sorted, nameof(ListQuery.Limit), 1);
            yield return sorted;
        }
    }

    /// <summary>Made-up values name the period of a report in several ways, each another one: the report's own is left.</summary>
    private static object Made(Type type, bool optional)
    {
        var request = new Plausible(1, optional).Make(type)!;
        if (request is not IPeriodQuery)
        {
            return request;
        }

        if (ReportCatalogue.OfQuery(type)?.Sheet.Period is not ReportPeriodKind.Days and not null)
        {
            Set(request, nameof(IPeriodQuery.From), null);
            Set(request, nameof(IPeriodQuery.To), null);
        }

        if (ReportCatalogue.OfQuery(type)?.Sheet.Period != ReportPeriodKind.AcademicYear)
        {
            Set(request, nameof(IPeriodQuery.AcademicYear), null);
        }

        return request;
    }

    /// <summary>The page behind, where there is one: its filter is the widest part of a list.</summary>
    private static async Task ReadOnAsync(SqlServerService service, object request, object? page)
    {
        if (page?.GetType().GetProperty("Next")?.GetValue(page) is string next)
        {
            Set(request, nameof(ListQuery.Cursor), next);
            await using var scope = service.Administrator();
            (await SendAsync(scope, request)).ShouldNotBeNull();
            Set(request, nameof(ListQuery.Cursor), null);
        }
    }

    private static void Set(object request, string member, object? value) =>
        request.GetType().GetProperty(member)!.SetValue(request, value);

    /// <summary>The value of the answer; null for a refusal, or where made-up rows made no sense to the domain.</summary>
    private static async Task<object?> SendAsync(AsyncServiceScope scope, object request)
    {
        var dispatcher = scope.ServiceProvider.GetRequiredService<IDispatcher>();
        var command = request is ICommand;
        var contract = request
            .GetType()
            .GetInterfaces()
            .Single(one =>
                one.IsGenericType && one.GetGenericTypeDefinition() == (command ? typeof(ICommand<>) : typeof(IQuery<>))
            );
        var send = typeof(IDispatcher)
            .GetMethods()
            .Single(method =>
                method.GetParameters()[0].ParameterType.GetGenericTypeDefinition()
                == contract.GetGenericTypeDefinition()
            )
            .MakeGenericMethod(contract.GetGenericArguments());
        try
        {
            var task = (Task)send.Invoke(dispatcher, [request, TestContext.Current.CancellationToken])!;
            await task;
            var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
            return result.GetType().GetProperty("Error")!.GetValue(result) is null
                ? result.GetType().GetProperty("Value")!.GetValue(result)
                : null;
        }
        catch (Exception exception)
            when (command
                    ? exception is not (Xunit.Sdk.XunitException or InvalidCastException)
                    : exception is System.Text.Json.JsonException
            )
        {
            return null;
        }
    }

    /// <summary>A clock whose waits are a thousand times shorter.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 1000, period);
    }
}
