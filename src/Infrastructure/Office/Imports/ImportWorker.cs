using System.Diagnostics;
using System.Globalization;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Application.Texts;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Works on queued operations, one at a time in each instance, and takes up those that a dead instance left.</summary>
internal sealed partial class ImportWorker(
    IServiceScopeFactory scopes,
    OperationLease lease,
    RunningOperations running,
    ImportOptions options,
    ChangeSignals signals,
    OutageLog outages,
    TimeProvider time,
    ILogger<ImportWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What is said of an operation, is said in both languages; what is written to its log, in none.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru");
        ScratchFiles.RemoveForgotten();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Taken before the look, so that nothing queued in between is overlooked.
            var queued = signals.Queued;
            try
            {
                if (await lease.ClaimAsync(stoppingToken) is { } claimed)
                {
                    await WorkAsync(claimed, stoppingToken);
                    continue;
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                outages.Tell(logger, exception, "Operations could not be looked after; trying again");
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            await EitherAsync(queued, stoppingToken);
        }
    }

    /// <summary>Until an operation is queued here, but no longer than until the next look for those of other instances.</summary>
    private async Task EitherAsync(Task queued, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(queued, Task.Delay(Poll, time, over.Token));
        await over.CancelAsync();
    }

    private async Task WorkAsync(OperationClaim claim, CancellationToken stoppingToken)
    {
        using var activity = new Activity("Import").Start();
        using var run = running.Begin(claim.OperationId, stoppingToken);
        using var ended = new CancellationTokenSource();
        var watch = WatchAsync(claim.OperationId, run, ended.Token);
        try
        {
            await RunAsync(claim, run);
        }
        // How it ends is told by what was asked for, not by the exception: a command that is called off answers with
        // OperationCanceledException on one driver and with the driver's own on another.
        catch (Exception exception) when (run.Lost || exception is OperationTakenException)
        {
            // Whoever has it now also says how it ends.
            Lost(logger, claim.OperationId);
        }
        catch (Exception) when (run.Cancelled)
        {
            await lease.EndAsync(claim, operation => operation.Cancel(time.GetUtcNow()));
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops: whoever starts next need not wait until the lease has run out.
            await lease.ReleaseAsync(claim.OperationId);
            throw;
        }
        catch (Exception exception) when (Outage.CauseOf(exception) is not null)
        {
            // Two imports that stood in each other's way, a database that went away or is full: it is taken up again.
            Interrupted(logger, exception, claim.OperationId);
            await lease.PutOffAsync(claim.OperationId, counted: Outage.FaultOf(exception) is null);
        }
        catch (Exception exception)
        {
            Broken(logger, exception, claim.OperationId);
            await lease.EndAsync(claim, operation => Fail(operation, ImportErrors.Unexpected));
        }
        finally
        {
            await ended.CancelAsync();
            await watch;
        }
    }

    private async Task RunAsync(OperationClaim claim, RunningOperations.Run run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var operation = await IdentifyAsync(services, claim, run.Token);
        if (operation.CancelRequestedAt is not null)
        {
            await lease.EndAsync(claim, known => known.Cancel(time.GetUtcNow()));
            return;
        }

        if (operation.Attempts >= options.MostAttempts)
        {
            await lease.EndAsync(claim, known => Fail(known, ImportErrors.Interrupted));
            return;
        }

        var now = time.GetUtcNow();
        _ = operation.Start(lease.Owner, now, now + lease.Length);
        if (Allowed(services, operation) is not { } dataset)
        {
            await lease.EndAsync(claim, known => Fail(known, ImportErrors.NoLongerAllowed));
            return;
        }

        if (!await lease.NoteStartAsync(operation, run.Token))
        {
            throw new OperationTakenException();
        }

        var files = services.GetRequiredService<IOperationFiles>();
        await using var content =
            await files.OpenAsync(operation.Id, run.Token)
            ?? throw new InvalidOperationException("The file of a waiting operation is gone.");
        await services.GetRequiredService<IImportRun>().RunAsync(operation, dataset, content, run.Token);
        Done(logger, operation.Id, operation.Dataset, operation.State, operation.Counts.Rows);
    }

    /// <summary>Acts as the account that asked for it, in its centre, with the rights that it has now.</summary>
    private static async Task<Operation> IdentifyAsync(
        IServiceProvider services,
        OperationClaim claim,
        CancellationToken cancellationToken
    )
    {
        var (identities, caller) = (services.GetRequiredService<IIdentities>(), services.GetRequiredService<Caller>());
        caller.Identify(
            await identities.FindByIdAsync(claim.AccountId, cancellationToken),
            await identities.FindCentreAsync(claim.CentreId, cancellationToken)
        );
        caller.UseCase = nameof(StartImport);
        var database = services.GetRequiredService<MethodCenterDbContext>();
        var operation = await database
            .Operations.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleAsync(operation => operation.Id == claim.OperationId, cancellationToken);
        _ = caller.ActOn(operation.Day);
        return operation;
    }

    private static Dataset? Allowed(IServiceProvider services, Operation operation)
    {
        var caller = services.GetRequiredService<Caller>();
        return
            services.GetRequiredService<DatasetCatalogue>().Find(operation.Dataset).Succeeded(out var dataset, out _)
            && caller.Authorise(new PermissionAttribute(dataset.WritePermission)) is null
            ? dataset
            : null;
    }

    private static void Fail(Operation operation, Error error, DateTimeOffset now) =>
        operation.Fail(
            error.Code,
            Texts.Get(error.Code, error.Params, english: false),
            Texts.Get(error.Code, error.Params, english: true),
            now
        );

    private void Fail(Operation operation, Error error) => Fail(operation, error, time.GetUtcNow());

    /// <summary>Renews the lease, and hears of an end that was asked for at another instance.</summary>
    private async Task WatchAsync(Guid operationId, RunningOperations.Run run, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease.Length / 6, time, cancellationToken);
                var (held, cancelled) = await lease.RenewAsync(operationId, cancellationToken);
                if (cancelled)
                {
                    run.Cancel();
                }

                if (!held)
                {
                    run.Lose();
                    return;
                }
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                outages.Tell(logger, exception, "Operations could not be looked after; trying again");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operation {Operation} was taken over by another instance")]
    private static partial void Lost(ILogger logger, Guid operation);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Operation {Operation} was interrupted; it is taken up again")]
    private static partial void Interrupted(ILogger logger, Exception exception, Guid operation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Operation {Operation} broke")]
    private static partial void Broken(ILogger logger, Exception exception, Guid operation);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Operation {Operation} on {Dataset} ended as {State} after {Rows} rows"
    )]
    private static partial void Done(ILogger logger, Guid operation, string dataset, OperationState state, int rows);
}
