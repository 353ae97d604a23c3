using MethodCenter.Infrastructure.Health;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Providers;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure;

/// <summary>What must be done before the service takes requests.</summary>
public static class Preparation
{
    /// <summary>Brings the database to this version and does nothing else: the step of a deployment before the start.</summary>
    /// <returns>The migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string> applied = [];
        await PrepareAsync(
            services,
            async (_, setup) => applied = await setup.PrepareAsync(migrate: true, cancellationToken),
            cancellationToken
        );

        if (services.GetService<WholeFile>() is { } file)
        {
            await file.FoldAsync();
        }

        return applied;
    }

    /// <returns>An administrator's key that was just made, to be shown once; null: none was.</returns>
    public static async Task<string?> PrepareAsync(
        IServiceProvider services,
        PreparationOptions options,
        CancellationToken cancellationToken
    )
    {
        string? key = null;
        await PrepareAsync(
            services,
            async (provider, setup) =>
            {
                await setup.PrepareAsync(options.Migrate, cancellationToken);

                // Before anything that would not say it as plainly.
                await HealthWrite.TryAsync(
                    provider.GetRequiredService<MethodCenterDbContext>(),
                    provider.GetRequiredService<WriteGate>(),
                    cancellationToken
                );
                await provider.GetRequiredService<ChangeLeap>().EnsureAsync(cancellationToken);
                await provider.GetRequiredService<SigningKeys>().EnsureAsync(cancellationToken);
                key = await provider
                    .GetRequiredService<Bootstrap>()
                    .EnsureAsync(options.PresetKey, options.NewKey, options.RevokeKeys, cancellationToken);
            },
            cancellationToken
        );
        return key;
    }

    /// <summary>What somebody has to do something about is told in a sentence.</summary>
    private static async Task PrepareAsync(
        IServiceProvider services,
        Func<IServiceProvider, DatabaseSetup, Task> prepare,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var setup = scope.ServiceProvider.GetRequiredService<DatabaseSetup>();
        try
        {
            await using var alone = await setup.HoldAsync(cancellationToken);
            await prepare(scope.ServiceProvider, setup);
        }
        catch (Exception exception) when (Outage.FaultOf(exception) is { } fault)
        {
            throw UnusableDatabase.Refuse(fault, services.GetService<WholeFile>()?.File, exception);
        }
    }
}

/// <summary>Switches of the command line and the configuration that bear on the start.</summary>
/// <param name="Migrate">Apply pending migrations; SQLite migrates itself.</param>
/// <param name="NewKey">Make a further administrator's key.</param>
/// <param name="RevokeKeys">Revoke all administrator's keys and make a new one.</param>
/// <param name="PresetKey">The administrator's key that the configuration presets.</param>
public sealed record PreparationOptions(bool Migrate, bool NewKey, bool RevokeKeys, string? PresetKey);
