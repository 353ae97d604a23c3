using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Office.Imports;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Office.Imports;

/// <summary>Files of operations, piece by piece.</summary>
public sealed class OperationFileTests
{
    private const int Pieces = 3;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_write_between_any_two_pieces_of_a_file()
    {
        var world = await World.SharedAsync();
        await using var scope = Inside(world);
        var files = scope.ServiceProvider.GetRequiredService<IOperationFiles>();
        var (id, sent) = (EntityId.New(), new byte[(Pieces * OperationFiles.PieceBytes) - 1]);
        new Random(7).NextBytes(sent);
        var written = 0;
        await using var content = new Between(
            sent,
            async () =>
            {
                // Whoever stores the file holds nothing while it is read.
                await world.OrganisationAsync($"between-{written}").WaitAsync(TimeSpan.FromSeconds(60), Cancel);
                written++;
            }
        );

        await files.StoreAsync(id, content, Cancel);

        written.ShouldBeGreaterThan(Pieces);
        await using var stored = await files.OpenAsync(id, Cancel);
        using var copy = new MemoryStream();
        await stored!.CopyToAsync(copy, Cancel);
        copy.ToArray().ShouldBe(sent);
    }

    [Fact]
    public async Task Of_a_file_that_breaks_off_nothing_stays()
    {
        var world = await World.SharedAsync();
        await using var scope = Inside(world);
        var id = EntityId.New();
        var reads = 0;
        await using var content = new Between(
            new byte[Pieces * OperationFiles.PieceBytes],
            () => ++reads < Pieces ? Task.CompletedTask : throw new IOException("The sender has gone.")
        );

        await Should.ThrowAsync<IOException>(() =>
            scope.ServiceProvider.GetRequiredService<IOperationFiles>().StoreAsync(id, content, Cancel)
        );

        (await PartsAsync(scope, id)).ShouldBe(0);
    }

    [Fact]
    public async Task Pieces_whose_operation_never_came_go_after_hours_and_not_before()
    {
        await using var service = await TestService.StartAsync(configure: services =>
            services.RemoveWorkers("Maintenance")
        );
        var world = await World.CreateAsync(service);
        await using var scope = Inside(world);
        var files = scope.ServiceProvider.GetRequiredService<IOperationFiles>();
        var young = EntityId.New();
        var old = Guid.CreateVersion7(TimeProvider.System.GetUtcNow().AddHours(-7));
        foreach (var id in new[] { young, old })
        {
            // More than are deleted at a time.
            using var content = new MemoryStream(new byte[(OperationParts.AtOnce + 1) * OperationFiles.PieceBytes]);
            await files.StoreAsync(id, content, Cancel);
        }

        await service.TidyAsync();

        (await PartsAsync(scope, old)).ShouldBe(0);
        (await PartsAsync(scope, young)).ShouldBe(OperationParts.AtOnce + 1);
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(5, 1)]
    public async Task An_operation_whose_file_is_never_kept_whole_goes_after_hours_and_not_before(int hours, int left)
    {
        await using var service = await TestService.StartAsync(configure: services =>
            services.RemoveWorkers("Maintenance")
        );
        var world = await World.CreateAsync(service);
        await using var scope = Inside(world);
        var files = scope.ServiceProvider.GetRequiredService<IOperationFiles>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var order = new ImportOrder("employees", ImportMode.DryRun, null, "работники.csv", 3);
        var operation = Operation.Reserve(order, EntityId.New(), now.AddHours(-hours));
        await files.ReserveAsync(operation, Cancel);
        using var content = new MemoryStream(new byte[3]);
        await files.StoreAsync(operation.Id, content, Cancel);

        await service.TidyAsync();

        (await PartsAsync(scope, operation.Id)).ShouldBe(left);
        (await world.RowsAsync("operations")).ShouldBe(left);
    }

    private static AsyncServiceScope Inside(World world)
    {
        var scope = world.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(world.CentreId, null);
        return scope;
    }

    private static Task<int> PartsAsync(AsyncServiceScope scope, Guid id) =>
        scope
            .ServiceProvider.GetRequiredService<MethodCenterDbContext>()
            .Set<OperationPart>()
            .IgnoreQueryFilters()
            .CountAsync(part => part.OperationId == id, Cancel);

    /// <summary>Does something before each read.</summary>
    private sealed class Between(byte[] content, Func<Task> before) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            await before();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
