using System.Text;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Office.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Office.Imports;

/// <summary>What others see and may do while the file of an import is being kept. Services of their own: of other settings.</summary>
public sealed class ReservationTests
{
    private const string Path = "/imports/employees?mode=dryRun&source=test";
    private static readonly byte[] File = Encoding.UTF8.GetBytes(Imports.StaffList(2));

    [Theory]
    [InlineData("Imports:MostWaiting", "1", "operation.too-many-waiting")]
    [InlineData("Imports:AccountBytes", "500", "operation.files-full")]
    public async Task A_file_that_is_still_being_kept_takes_its_place_and_its_room(
        string setting,
        string value,
        string code
    )
    {
        var (whileKept, service) = await StartAsync(setting, value);
        await using var _ = service;
        var world = await World.CreateAsync(service);
        File.Length.ShouldBeInRange(251, 500);
        Answer? second = null;
        Answer? seen = null;
        whileKept.Do = async () =>
        {
            second = await Imports.SendAsync(world.Api, Path, File);
            seen = await world.Api.GetAsync("/operations?state=uploading&includeTotal=true");
        };

        var first = await Imports.SendAsync(world.Api, Path, File);

        first.Expect(HttpStatusCode.Accepted);
        ((string?)first["state"]).ShouldBe("queued");
        second!.Status.ShouldBe(HttpStatusCode.Conflict);
        second.ErrorCode.ShouldBe(code);
        ((int)seen!["total"]!).ShouldBe(1);
        (await world.RowsAsync("operations")).ShouldBe(1, "of what is refused nothing stays");
    }

    [Fact]
    public async Task It_may_be_cancelled_and_is_not_queued_then()
    {
        var (whileKept, service) = await StartAsync("Imports:MostWaiting", "1");
        await using var _ = service;
        var world = await World.CreateAsync(service);
        whileKept.Do = async () =>
        {
            var found = await world.Api.GetAsync("/operations");
            var id = (string?)found["items"]![0]!["id"];
            (await world.Api.PostAsync($"/operations/{id}/cancellation")).Expect(HttpStatusCode.OK);
        };

        var first = await Imports.SendAsync(world.Api, Path, File);

        ((string?)first.Expect(HttpStatusCode.Accepted)["state"]).ShouldBe("cancelled");
        (await Imports.SendAsync(world.Api, Path, File)).Expect(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Of_an_upload_that_breaks_off_nothing_stays()
    {
        var (whileKept, service) = await StartAsync("Imports:MostWaiting", "1");
        await using var _ = service;
        var world = await World.CreateAsync(service);
        whileKept.Do = () => throw new InvalidOperationException("Broken while the file is kept.");

        (await Imports.SendAsync(world.Api, Path, File)).Status.ShouldBe(HttpStatusCode.InternalServerError);

        (await world.RowsAsync("operations")).ShouldBe(0);
        (await Imports.SendAsync(world.Api, Path, File)).Expect(HttpStatusCode.Accepted);
    }

    private static async Task<(WhileKept, TestService)> StartAsync(string setting, string value)
    {
        var whileKept = new WhileKept();
        var service = await TestService.StartAsync(
            settings: new Dictionary<string, string?> { [setting] = value },
            configure: services =>
            {
                services.RemoveWorkers();
                var real = services.Single(one => one.ServiceType == typeof(IOperationFiles)).ImplementationType!;
                services.AddScoped(real);
                services.AddScoped<IOperationFiles>(provider => new Watched(
                    (IOperationFiles)provider.GetRequiredService(real),
                    whileKept
                ));
            }
        );
        return (whileKept, service);
    }

    /// <summary>What is done once, while the first file is being kept.</summary>
    private sealed class WhileKept
    {
        public Func<Task>? Do { get; set; }

        public async Task DoAsync()
        {
            var what = Do;
            Do = null;
            await (what?.Invoke() ?? Task.CompletedTask);
        }
    }

    private sealed class Watched(IOperationFiles real, WhileKept whileKept) : IOperationFiles
    {
        public Task ReserveAsync(Operation operation, CancellationToken cancellationToken) =>
            real.ReserveAsync(operation, cancellationToken);

        public Task ForgetAsync(Guid operationId) => real.ForgetAsync(operationId);

        public async Task StoreAsync(Guid operationId, Stream content, CancellationToken cancellationToken)
        {
            await whileKept.DoAsync();
            await real.StoreAsync(operationId, content, cancellationToken);
        }

        public Task<Stream?> OpenAsync(Guid operationId, CancellationToken cancellationToken) =>
            real.OpenAsync(operationId, cancellationToken);
    }
}
