using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>A centre of the demo.</summary>
internal interface IDemoCentre
{
    string Code { get; }

    /// <summary>Sets the ids and numbers of the centre apart from those of the others.</summary>
    int Number { get; }

    /// <summary>The organisation to which the demo keys of school operator and curator are limited.</summary>
    string OperatorOrganisation { get; }

    /// <summary>Loads its history, which is the same on whichever day the demo is made.</summary>
    Task LoadAsync(DemoSession session, CancellationToken cancellationToken);

    /// <summary>Adds the work in progress, whose years move with the day.</summary>
    Task ContinueAsync(DemoSession session, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds what rests on the changes that the loading has made, once they are committed.</summary>
    Task CompleteAsync(DemoSession session, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A key of the demo, as it is shown to the person who starts the service.</summary>
/// <param name="Organisation">The one organisation to which the role is limited; null: the whole centre.</param>
public sealed record DemoKey(string Centre, Role Role, string? Organisation, string Secret);

/// <summary>What a demo centre holds.</summary>
/// <param name="Loaded">It was loaded just now; false: it was there already and was left alone.</param>
/// <param name="Keys">Keys that can be shown; empty: they were random and shown when the centre was loaded.</param>
public sealed record DemoSummary(string Code, string Name, bool Loaded, DemoCounts Counts, IReadOnlyList<DemoKey> Keys);

/// <summary>Rows of a centre.</summary>
public sealed record DemoCounts(int Organisations, int Employees, int Courses, int Enrolments, int Attestations);

/// <summary>
/// Fills a database with the two demo centres of <c>samples/demo</c>, by the application's own commands.
/// </summary>
/// <remarks>
/// A centre is one transaction: it is there whole or not at all, so an interrupted start is simply repeated. A centre
/// that is there is left alone, whatever has been done to it since.
/// </remarks>
public static class DemoData
{
    private static readonly IDemoCentre[] Centres = [new KemerovoDemo(), new SpbCentralDemo()];

    /// <param name="services">The service, its database prepared.</param>
    /// <param name="presetKey">
    /// The preset key of the system administrator, from which the demo keys then follow.
    /// </param>
    public static async Task<IReadOnlyList<DemoSummary>> LoadAsync(
        IServiceProvider services,
        string? presetKey,
        CancellationToken cancellationToken
    )
    {
        List<DemoSummary> summaries = [];
        foreach (var centre in Centres)
        {
            await using var scope = services.CreateAsyncScope();
            summaries.Add(await LoadAsync(scope.ServiceProvider, centre, presetKey, cancellationToken));
        }

        return summaries;
    }

    private static async Task<DemoSummary> LoadAsync(
        IServiceProvider services,
        IDemoCentre centre,
        string? presetKey,
        CancellationToken cancellationToken
    )
    {
        var session = new DemoSession(services, centre.Number);
        var present = await session
            .Database.Centres.IgnoreQueryFilters()
            .AnyAsync(known => known.Code == centre.Code, cancellationToken);
        if (present)
        {
            var known = await DemoKeys.FindAsync(session, centre, presetKey, cancellationToken);
            return await SummariseAsync(session.Database, centre, loaded: false, known, cancellationToken);
        }

        var unitOfWork = services.GetRequiredService<IUnitOfWork>();

        // The key ring makes its first key now: inside of the transaction it would wait for that transaction's end.
        _ = services.GetRequiredService<IWebhookSecrets>().Make();
        IReadOnlyList<DemoKey> made;
        await using (var transaction = await unitOfWork.BeginAsync(cancellationToken))
        {
            await centre.LoadAsync(session, cancellationToken);
            made = await ContinueAsync(session, centre, presetKey, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await centre.CompleteAsync(session, cancellationToken);
        return await SummariseAsync(session.Database, centre, loaded: true, made, cancellationToken);
    }

    /// <summary>The history alone, from which tests go on, each on a day of its own.</summary>
    internal static async Task LoadHistoryAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<IWebhookSecrets>().Make();
        foreach (var centre in Centres)
        {
            await using var scope = services.CreateAsyncScope();
            await using var transaction = await scope
                .ServiceProvider.GetRequiredService<IUnitOfWork>()
                .BeginAsync(cancellationToken);
            await centre.LoadAsync(new DemoSession(scope.ServiceProvider, centre.Number), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>What follows on the history.</summary>
    internal static async Task ContinueAsync(
        IServiceProvider services,
        string presetKey,
        CancellationToken cancellationToken
    )
    {
        foreach (var centre in Centres)
        {
            await using var scope = services.CreateAsyncScope();
            var session = new DemoSession(scope.ServiceProvider, centre.Number);
            await session.EnterAsync(centre.Code, cancellationToken);
            await using (
                var transaction = await scope
                    .ServiceProvider.GetRequiredService<IUnitOfWork>()
                    .BeginAsync(cancellationToken)
            )
            {
                _ = await ContinueAsync(session, centre, presetKey, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            await centre.CompleteAsync(session, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<DemoKey>> ContinueAsync(
        DemoSession session,
        IDemoCentre centre,
        string? presetKey,
        CancellationToken cancellationToken
    )
    {
        await centre.ContinueAsync(session, cancellationToken);
        var keys = ActivatorUtilities.CreateInstance<DemoKeys>(session.Services);
        var unitOfWork = session.Services.GetRequiredService<IUnitOfWork>();
        return await keys.MakeAsync(session, unitOfWork, centre, presetKey, cancellationToken);
    }

    private static async Task<DemoSummary> SummariseAsync(
        MethodCenterDbContext database,
        IDemoCentre centre,
        bool loaded,
        IReadOnlyList<DemoKey> keys,
        CancellationToken cancellationToken
    )
    {
        var row = await database
            .Centres.IgnoreQueryFilters()
            .Where(known => known.Code == centre.Code)
            .Select(known => new { known.Id, known.FullName })
            .SingleAsync(cancellationToken);
        var counts = new DemoCounts(
            await CountAsync(database.Organisations),
            await CountAsync(database.Employees),
            await CountAsync(database.Courses),
            await CountAsync(database.Enrolments),
            await CountAsync(database.Attestations)
        );
        return new DemoSummary(centre.Code, row.FullName, loaded, counts, keys);

        Task<int> CountAsync<TEntity>(IQueryable<TEntity> rows)
            where TEntity : Domain.Common.Entity =>
            rows.IgnoreQueryFilters().CountAsync(one => one.CentreId == row.Id, cancellationToken);
    }
}
