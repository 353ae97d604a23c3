using System.Text;
using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Infrastructure.Idempotency;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Foundation;

public sealed class IdempotencyTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    private const string Header = "Idempotency-Key";
    private const string Upload = "/imports/employees?mode=dryRun&source=test";

    [Fact]
    public async Task A_repeated_post_gets_the_stored_answer_and_makes_nothing_new()
    {
        var world = await foundation.NewWorldAsync();
        var body = new
        {
            code = "s-1",
            shortName = "Школа № 1",
            kind = "secondarySchool",
        };

        var first = await world.Api.PostAsync("/organisations", body, (Header, "key-1"));
        var second = await world.Api.PostAsync("/organisations", body, (Header, "key-1"));

        first.Status.ShouldBe(HttpStatusCode.Created);
        second.Status.ShouldBe(HttpStatusCode.Created);
        second.Text.ShouldBe(first.Text);
        second.ETag.ShouldBe(first.ETag);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await CountAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var world = await foundation.NewWorldAsync();
        await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, "key-2")
        );

        var other = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-2",
                shortName = "Б",
                kind = "lyceum",
            },
            (Header, "key-2")
        );

        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.ErrorCode.ShouldBe("idempotency.other-request");
        (await CountAsync(world)).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_request_may_be_corrected_under_the_same_key()
    {
        var world = await foundation.NewWorldAsync();
        var wrong = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "",
                kind = "lyceum",
            },
            (Header, "key-3")
        );

        var right = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s-1",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, "key-3")
        );

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        right.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Twenty_simultaneous_requests_with_one_key_make_one_object()
    {
        var world = await foundation.NewWorldAsync();
        var body = new
        {
            code = "s-1",
            shortName = "А",
            kind = "lyceum",
        };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => world.Api.PostAsync("/organisations", body, (Header, "key-4")))
        );

        answers.ShouldAllBe(answer =>
            answer.Status == HttpStatusCode.Created || answer.ErrorCode == "idempotency.still-running"
        );
        answers
            .Where(answer => answer.Status == HttpStatusCode.Created)
            .Select(answer => answer.Id)
            .Distinct()
            .ShouldHaveSingleItem();
        (await CountAsync(world)).ShouldBe(1);
    }

    [Theory]
    [InlineData("ключ")]
    [InlineData("with space")]
    public async Task A_key_is_of_printable_ascii(string key)
    {
        var world = await foundation.NewWorldAsync();

        var answer = await world.Api.PostAsync(
            "/organisations",
            new
            {
                code = "s",
                shortName = "А",
                kind = "lyceum",
            },
            (Header, key)
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(["Idempotency-Key idempotency.bad-key"]);
        (await CountAsync(world)).ShouldBe(0);
    }

    /// <summary>The key is noted, and nothing is held while the file is stored. A service of its own: it stores slowly.</summary>
    [Fact]
    public async Task An_upload_with_a_key_keeps_nobody_from_writing()
    {
        Func<Task> meanwhile = () => Task.CompletedTask;
        await using var service = await TestService.StartAsync(configure: services =>
        {
            var files = services.Last(known => known.ServiceType == typeof(IOperationFiles)).ImplementationType!;
            services.AddScoped<IOperationFiles>(provider => new SlowFiles(
                (IOperationFiles)ActivatorUtilities.CreateInstance(provider, files),
                () => meanwhile()
            ));
        });
        var (world, other) = (await World.CreateAsync(service), await World.CreateAsync(service));
        await world.OrganisationAsync();
        var file = Encoding.UTF8.GetBytes(Imports.StaffList(3));
        Answer? again = null;
        meanwhile = async () =>
        {
            await other.OrganisationAsync("meanwhile").WaitAsync(TimeSpan.FromSeconds(60));
            again = await Imports.SendAsync(world.Api, Upload, file, "text/csv", (Header, "upload-1"));
        };

        var sent = await Imports.SendAsync(world.Api, Upload, file, "text/csv", (Header, "upload-1"));
        var replayed = await Imports.SendAsync(world.Api, Upload, file, "text/csv", (Header, "upload-1"));

        sent.Expect(HttpStatusCode.Accepted);
        (again?.ErrorCode).ShouldBe("idempotency.still-running");
        replayed.Text.ShouldBe(sent.Text);
        (await other.RowsAsync("organisations")).ShouldBe(1);
    }

    /// <summary>A service of its own: its clock is moved.</summary>
    [Fact]
    public async Task A_key_that_a_crash_has_left_is_free_when_its_lease_has_run_out()
    {
        var time = new TestTime();
        await using var service = await TestService.StartAsync(configure: services =>
            services.AddSingleton<TimeProvider>(time)
        );
        var world = await World.CreateAsync(service);
        var account = (Guid)(await world.Api.GetAsync("/me"))["id"]!;
        var body = new
        {
            code = "s-1",
            shortName = "А",
            kind = "lyceum",
        };
        await using var crashed = service.Services.CreateAsyncScope();
        var store = crashed.ServiceProvider.GetRequiredService<IIdempotencyStore>();
        var ticket = (await store.BeginAsync(account, "left", [1], TestContext.Current.CancellationToken))
            .Ticket!
            .Value;

        var early = await world.Api.PostAsync("/organisations", body, (Header, "left"));
        time.Advance(TimeSpan.FromSeconds(31));
        var late = await world.Api.PostAsync("/organisations", body, (Header, "left"));
        await using var work = await crashed
            .ServiceProvider.GetRequiredService<IUnitOfWork>()
            .BeginAsync(TestContext.Current.CancellationToken);
        var lost = await store.TryStoreAsync(
            ticket,
            new StoredAnswer(201, null, null, []),
            TestContext.Current.CancellationToken
        );

        early.ErrorCode.ShouldBe("idempotency.still-running");
        late.Status.ShouldBe(HttpStatusCode.Created, late.Text);
        lost.ShouldBeFalse();
    }

    /// <summary>Does something else before it stores.</summary>
    private sealed class SlowFiles(IOperationFiles files, Func<Task> meanwhile) : IOperationFiles
    {
        public Task ReserveAsync(Domain.Office.Imports.Operation operation, CancellationToken cancellationToken) =>
            files.ReserveAsync(operation, cancellationToken);

        public Task ForgetAsync(Guid operationId) => files.ForgetAsync(operationId);

        public async Task StoreAsync(Guid operationId, Stream content, CancellationToken cancellationToken)
        {
            await meanwhile();
            await files.StoreAsync(operationId, content, cancellationToken);
        }

        public Task<Stream?> OpenAsync(Guid operationId, CancellationToken cancellationToken) =>
            files.OpenAsync(operationId, cancellationToken);
    }

    private static async Task<int> CountAsync(World world) =>
        (int)(await world.Api.GetAsync("/organisations?includeTotal=true"))["total"]!;
}
