using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace MethodCenter.Api.Tests.Foundation;

/// <summary>What a collector gets: the names that dashboards expect, and nothing that is secret.</summary>
public sealed class TelemetryTests
{
    private const string Code = "SECRET-CODE-OF-A-LINK";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_collector_gets_standard_names_and_no_secrets()
    {
        await using var collector = await TelemetryCollector.StartAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using (
            var service = await ServiceProcess.StartAsync(
                database,
                new Dictionary<string, string>
                {
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["Webhooks__AllowLoopback"] = "true",
                }
            )
        )
        {
            await ServeAsync(service, receiver);
            (await service.StopAsync(Limit)).ShouldBe(0);
        }

        collector.Elsewhere.ShouldBeEmpty("the log stays here");
        string[] metrics =
        [
            "http.server.request.duration",
            "http.client.request.duration",
            "kestrel.active_connections",
            "dotnet.gc.collections",
            "db.client.",
            "methodcenter.webhooks.duration",
        ];
        metrics.ShouldAllBe(name => collector.Metrics.Contains(name, StringComparison.Ordinal));
        string[] traces =
        [
            "service.name",
            "methodcenter",
            "GET /api/v1/employees",
            "http.request.method",
            "http.route",
            "http.response.status_code",
            "db.system.name",
            "postgresql",
            "ListEmployees",
            "server.address",
        ];
        traces.ShouldAllBe(name => collector.Traces.Contains(name, StringComparison.Ordinal));
        string[] secrets = [Code, "Secretperson", "secret-of-the-receiver", "/hooks", TestService.AdministratorKey];
        secrets.ShouldAllBe(secret =>
            !(collector.Traces + collector.Metrics).Contains(secret, StringComparison.Ordinal)
        );
    }

    /// <summary>A person is sought, a link opened that is not there, a receiver of changes called.</summary>
    private static async Task ServeAsync(ServiceProcess service, WebhookReceiver receiver)
    {
        var anywhere = service.Client();
        var world = await World.CreateAsync(anywhere, service.Client(centre: "test"));
        (await world.Api.GetAsync("/employees?q=Secretperson")).Expect(HttpStatusCode.OK);
        (await anywhere.GetAsync($"/public/calendars/{Code}")).Expect(HttpStatusCode.NotFound);
        var hook = await world.Api.PostAsync(
            "/webhooks",
            new
            {
                name = "Сайт",
                url = receiver.Url,
                types = (string[])["courses"],
            }
        );
        hook.Expect(HttpStatusCode.Created);
        (await world.Api.PostAsync($"/webhooks/{hook.Id}/ping")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_registered()
    {
        await using var service = await TestService.StartAsync();

        service.Services.GetService<TracerProvider>().ShouldBeNull();
        service.Services.GetService<MeterProvider>().ShouldBeNull();
        service
            .Services.GetServices<IHostedService>()
            .ShouldAllBe(hosted => !hosted.GetType().FullName!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }
}
