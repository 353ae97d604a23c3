using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.Api.Tests.Performance;

/// <summary>Tests that watch the memory of the whole process: nothing runs beside them.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>What the requests of the bench cost, as far as it does not depend on the machine (bench/README.md).</summary>
/// <remarks>
/// Bytes are those of a debug build with the client's share in them, as a run of all tests measured them on a busy machine,
/// and 15 % more: 32,636 (one by id) and 171,004 (a registration); alone they are 26,383, 117,601 (a page) and 148,648. They
/// tell of a cost that came back (a query planned at each request, a connection opened each time), not of a member more.
/// </remarks>
[Collection(nameof(AloneInTheProcess))]
public sealed class HotPathTests : IAsyncLifetime
{
    private const int Warming = 200;
    private const int Rounds = 5;
    private const int Series = 40;
    private readonly Counter _counter = new();
    private TestService _service = null!;
    private HttpClient _client = null!;
    private Guid _programme;
    private Guid _course;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync(configure: services =>
        {
            // Their statements and their memory are not the requests'.
            services.RemoveAll<IHostedService>();
            services.AddSingleton<IInterceptor>(_counter);
        });
        var world = await World.CreateAsync(_service);
        var programme = await world.Api.PostAsync(
            "/programmes",
            new
            {
                code = "B-1",
                kind = "professionalDevelopment",
                title = "Смысловое чтение на уроках",
                hours = 72,
                line = "thematic",
                form = "fullTime",
                approvedOn = "2025-08-25",
            }
        );
        _programme = programme.Expect(HttpStatusCode.Created).Id;
        _client = _service.CreateClient();
        _client.DefaultRequestHeaders.Add("X-Api-Key", TestService.AdministratorKey);
        _client.DefaultRequestHeaders.Add("X-Centre", world.Centre);
        for (var course = 0; course < 60; course++)
        {
            _course = await RegisterAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task One_by_id_costs_one_command()
    {
        await ReadAsync($"courses/{_course}");

        (await CommandsOfAsync(() => ReadAsync($"courses/{_course}"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_page_costs_one_command_wherever_it_lies()
    {
        var first = await ReadAsync("courses?limit=20");
        var next = (string)JsonNode.Parse(first)!["next"]!;

        (await CommandsOfAsync(() => ReadAsync("courses?limit=20"))).ShouldBe(1);
        (await CommandsOfAsync(() => ReadAsync($"courses?limit=20&cursor={next}"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_registration_costs_five_commands()
    {
        // Programme, norms, number, the three new rows together, the answer.
        (await CommandsOfAsync(RegisterAsync)).ShouldBe(5);
    }

    [Fact]
    public async Task One_by_id_allocates_little() =>
        (await BytesOfAsync(() => ReadAsync($"courses/{_course}"))).ShouldBeLessThan(37_500);

    [Fact]
    public async Task A_page_of_fifty_allocates_little() =>
        (await BytesOfAsync(() => ReadAsync("courses"))).ShouldBeLessThan(150_000);

    [Fact]
    public async Task A_registration_allocates_little() =>
        (await BytesOfAsync(RegisterAsync)).ShouldBeLessThan(197_000);

    private async Task<byte[]> ReadAsync(string path)
    {
        using var answer = await _client.GetAsync($"/api/v1/{path}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<Guid> RegisterAsync()
    {
        using var answer = await _client.PostAsJsonAsync(
            "/api/v1/courses",
            new
            {
                programmeId = _programme,
                academicYear = "2025-2026",
                season = "spring",
                startsOn = "2026-02-03",
                endsOn = "2026-04-05",
                form = "fullTime",
                site = "Площадка",
                funding = new { source = "stateAssignment", reference = "реестр заказа 2025" },
                capacity = 25,
            }
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (Guid)JsonNode.Parse(await answer.Content.ReadAsByteArrayAsync())!["id"]!;
    }

    private async Task<int> CommandsOfAsync<T>(Func<Task<T>> request)
    {
        _counter.Commands.Clear();
        await request();
        return _counter.Commands.Count;
    }

    /// <summary>
    /// Bytes that one request takes, by the least of some short series: the services that tests share still work in this
    /// process now and then, and only add to what is counted.
    /// </summary>
    private static async Task<long> BytesOfAsync<T>(Func<Task<T>> request)
    {
        for (var warming = 0; warming < Warming; warming++)
        {
            await request();
        }

        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var one = 0; one < Series; one++)
            {
                await request();
            }

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / Series);
        }

        return least;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public ConcurrentQueue<string> Commands { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<object> result,
            CancellationToken cancellationToken = default
        )
        {
            Commands.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
