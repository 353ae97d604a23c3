using MethodCenter.Infrastructure;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MethodCenter.TestKit;

/// <summary>Looks and reaches behind the API, for what cannot be seen through it.</summary>
public static class Insight
{
    /// <summary>Writes the last use of keys now, as maintenance does once a minute.</summary>
    public static async Task FlushKeyUseAsync(this TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<KeyUse>()
            .FlushAsync(scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>(), CancellationToken.None);
    }

    /// <summary>Does now what maintenance does once a minute.</summary>
    public static Task TidyAsync(this TestService service) =>
        service.Services.GetServices<IHostedService>().OfType<Maintenance>().Single().TidyAsync(CancellationToken.None);

    /// <summary>Takes the workers of the service out of the container, so that only requests touch the database.</summary>
    /// <param name="services">The container.</param>
    /// <param name="but">Name of a worker that stays.</param>
    public static void RemoveWorkers(this IServiceCollection services, string? but = null)
    {
        foreach (
            var worker in services
                .Where(service =>
                    service.ServiceType == typeof(IHostedService)
                    && service.ImplementationType?.Assembly == typeof(Maintenance).Assembly
                    && service.ImplementationType.Name != but
                )
                .ToList()
        )
        {
            services.Remove(worker);
        }
    }

    /// <summary>Waits until every change that is committed, of one centre or of all, has its place in the feed.</summary>
    public static async Task UntilToldAsync(
        this TestService service,
        CancellationToken cancellationToken,
        World? world = null
    )
    {
        var centre = world?.CentreId;
        var signals = service.Services.GetRequiredService<ChangeSignals>();
        while (true)
        {
            var pulse = signals.Pulse;
            await using var scope = service.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
            if (
                !await database.Changes.AnyAsync(
                    change => change.Position == null && (centre == null || change.CentreId == centre),
                    cancellationToken
                )
            )
            {
                return;
            }

            await pulse.WaitAsync(TimeSpan.FromSeconds(90), cancellationToken);
        }
    }

    /// <summary>How the categories of the log begin under which the change feed says what went wrong.</summary>
    public static string ChangeCategory => typeof(ChangeRelay).Namespace!;

    /// <summary>Puts what is committed into the feed, for a service whose workers do not run.</summary>
    public static async Task TellAsync(this TestService service, CancellationToken cancellationToken)
    {
        using var relay = ActivatorUtilities.CreateInstance<ChangeRelay>(service.Services);
        await relay.RunAsync(cancellationToken);
    }

    /// <summary>Takes what is old out of the feed, as maintenance does; what it announces goes with the next call.</summary>
    public static async Task TrimAsync(this TestService service, CancellationToken cancellationToken)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await service
            .Services.GetRequiredService<ChangeRetention>()
            .TrimAsync(scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>(), cancellationToken);
    }

    /// <summary>
    /// All texts that the tables of the audit and the change feed hold, of one centre or of all, and those of the
    /// idempotency records, which are of accounts and not of centres.
    /// </summary>
    public static async Task<string> TrailAsync(this TestService service, World? world = null)
    {
        var centre = world?.CentreId;
        await using var scope = service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        var audit = await database
            .AuditEntries.IgnoreQueryFilters()
            .AsNoTracking()
            .Where(entry => centre == null || entry.CentreId == centre)
            .ToListAsync();
        var changes = await database
            .Changes.AsNoTracking()
            .Where(change => centre == null || change.CentreId == centre)
            .ToListAsync();
        var answers = await database.IdempotencyRecords.AsNoTracking().ToListAsync();
        return string.Join(
            '\n',
            audit
                .Select(entry => $"{entry.UseCase} {entry.Subject} {entry.Changes} {entry.Purpose}")
                .Concat(changes.Select(change => $"{change.Type} {change.Events} {change.Keys}"))
                .Concat(answers.Select(answer => $"{answer.Key} {System.Text.Encoding.UTF8.GetString(answer.Body)}"))
        );
    }
}
