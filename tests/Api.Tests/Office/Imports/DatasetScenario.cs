using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>A centre whose datasets are imported and exported over HTTP; its SQL is counted.</summary>
internal sealed class DatasetScenario : IAsyncDisposable
{
    private DatasetScenario(TestService service, World world) => (Service, World) = (service, world);

    public TestService Service { get; }

    public World World { get; }

    public ApiClient Api => World.Api;

    public static async Task<DatasetScenario> StartAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var service = await TestService.SharedAsync(provider, SharedBy.Imports);
        return new DatasetScenario(service, await World.CreateAsync(service));
    }

    /// <summary>Sends lines as CSV; the source of keys is «test».</summary>
    public Task<Outcome> ImportAsync(string dataset, params string[] lines) =>
        SendAsync(Api, dataset, "validRows", string.Join("\r\n", lines));

    public static async Task<Outcome> SendAsync(ApiClient client, string dataset, string mode, string csv)
    {
        var operation = await Imports.RunAsync(client, csv, mode, dataset);
        return await Outcome.ReadAsync(client, operation);
    }

    public async Task<Outcome> CompareAsync(string dataset, string csv)
    {
        var started = await Imports.SendAsync(
            Api,
            $"/imports/{dataset}/compare?source=test",
            Encoding.UTF8.GetBytes(csv)
        );
        return await Outcome.ReadAsync(Api, await Imports.EndAsync(Api, started.Expect(HttpStatusCode.Accepted).Id));
    }

    /// <summary>A school with four teachers, an open course «plan-1» and one that is not open.</summary>
    public async Task OpenCourseAsync(int capacity)
    {
        await World.OrganisationAsync();
        await World.ProgrammeAsync();
        (await ImportAsync("employees", Imports.StaffList(4))).ShouldBe(created: 4);
        (
            await ImportAsync(
                "courses",
                "Ключ;Программа;Сезон;Начало;Окончание;Форма;Финансирование;Мест;Состояние",
                $"plan-1;p-1;осень;01.09.2026;25.12.2026;очная;план-заказ;{capacity};набор открыт",
                "closed;p-1;осень;01.09.2026;25.12.2026;очная;план-заказ;10;"
            )
        ).ShouldBe(created: 2);
    }

    /// <summary>The dataset as CSV, with the keys of «test».</summary>
    public async Task<string> ExportAsync(string dataset, string query = "source=test")
    {
        var answer = await Api.GetAsync($"/exports/{dataset}?format=csv&{query}");
        return answer.Expect(HttpStatusCode.OK).Text.TrimStart('\uFEFF');
    }

    /// <summary>What is exported and imported again changes nothing, and leaves neither audit nor change behind.</summary>
    public async Task ShouldComeBackAsync(string dataset, int rows, string query = "source=test")
    {
        var csv = await ExportAsync(dataset, query);
        var before = await TrailAsync();
        var again = await SendAsync(Api, dataset, "allOrNothing", csv);
        again.ShouldBe(unchanged: rows);
        again.Findings.ShouldBeEmpty();
        (await TrailAsync()).ShouldBe(before);
        (await CompareAsync(dataset, csv)).ShouldBe(unchanged: rows);
    }

    /// <summary>Every row is refused at its column and nothing is written.</summary>
    public async Task ShouldRefuseAsync(string dataset, string header, params (string Row, string Finding)[] rows)
    {
        var before = await TrailAsync();
        var outcome = await ImportAsync(dataset, [header, .. rows.Select(row => row.Row)]);
        outcome.Findings.ShouldBe(rows.Select((row, place) => $"{place + 2} {row.Finding}"));
        outcome.ShouldBe(refused: rows.Length);
        (await TrailAsync()).ShouldBe(before);
    }

    /// <summary>Rows of audit and change feed; whom a file identifies by protected data, is told each time.</summary>
    public async Task<string> TrailAsync() =>
        $"{await RowsAsync("audit_entries", "kind <> 'Read'")} {await RowsAsync("changes")}";

    /// <summary>How many rows there are, past the service.</summary>
    public Task<long> RowsAsync(string table, string where = "1 = 1") => World.RowsAsync(table, where);

    /// <summary>How many SQL commands an import sends that name a table.</summary>
    public async Task<int> CountAsync(string table, Func<Task> act)
    {
        using var sent = Service.Sql.Watch(World);
        await act();
        return sent.Commands.Count(command => command.Contains(table, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>How an import came out.</summary>
internal sealed record Outcome(JsonNode Operation, IReadOnlyList<JsonNode> All)
{
    /// <summary>«row column code» of each finding.</summary>
    public IReadOnlyList<string> Findings { get; } =
    [.. All.Select(one => $"{one["row"]} {one["column"]?.ToString() ?? "-"} {one["code"]}")];

    public static async Task<Outcome> ReadAsync(ApiClient client, JsonNode operation) =>
        new(operation, await Imports.FindingsAsync(client, operation));

    public void ShouldBe(int created = 0, int changed = 0, int unchanged = 0, int refused = 0)
    {
        var counts = Operation["counts"]!;
        $"{counts["created"]} {counts["changed"]} {counts["unchanged"]} {counts["refused"]}".ShouldBe(
            $"{created} {changed} {unchanged} {refused}",
            $"created changed unchanged refused; {Operation.ToJsonString()} {string.Join("; ", Findings.Take(20))}"
        );
    }

    /// <summary>The row is refused, with one finding.</summary>
    public void ShouldRefuse(string finding)
    {
        ShouldBe(refused: 1);
        Findings.ShouldBe([finding]);
    }
}
