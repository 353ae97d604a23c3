using System.Globalization;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Rooms with a copy of the SQLite file; a server database needs none, its writers do not wait for each other.</summary>
internal sealed class CheckRooms(MethodCenterDbContext database, Caller caller, IServiceScopeFactory scopes)
    : ICheckRooms
{
    public bool OneWriter => database.Dialect is SqliteDialect;

    public async Task<ICheckRoom?> OpenAsync(CancellationToken cancellationToken)
    {
        if (!OneWriter)
        {
            return null;
        }

        var connection = database.Database.GetConnectionString()!;
        var path = ScratchFiles.Create();
        var scope = scopes.CreateAsyncScope();
        var room = new Room(scope, path);
        try
        {
            // All pages in one step: readers do not hold up the writer of a file with a write-ahead log.
            await Task.Run(() => Copy(connection, path), cancellationToken);
            var services = scope.ServiceProvider;
            services.GetRequiredService<ScratchDatabase>().Path = path;
            var inside = services.GetRequiredService<Caller>();
            inside.Identify(caller.Account, caller.Centre);
            _ = inside.ActOn(caller.Day);
            inside.UseCase = caller.UseCase;
            inside.Scope.Open(
                caller.Scope.CentreId,
                caller.Scope.AllOrganisations ? null : caller.Scope.OrganisationIds
            );
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    private static void Copy(string connection, string path)
    {
        using var source = new SqliteConnection(connection);
        source.Open();
        using var copy = new SqliteConnection(ScratchDatabase.ConnectionTo(path));
        copy.Open();
        source.BackupDatabase(copy);
    }

    private sealed class Room(AsyncServiceScope scope, string path) : ICheckRoom
    {
        public IServiceProvider Services => scope.ServiceProvider;

        public async ValueTask DisposeAsync()
        {
            await scope.DisposeAsync();
            ScratchFiles.Remove(path);
        }
    }
}

/// <summary>Copies of the database hold what it holds: they are the service's alone and go as soon as they are not needed.</summary>
internal static class ScratchFiles
{
    private const string Prefix = "methodcenter-check-";
    private static readonly string[] Beside = ["", "-wal", "-shm", "-journal"];

    public static string Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Guid.CreateVersion7():N}");
        var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(path, file).Dispose();
        return path;
    }

    public static void Remove(string path)
    {
        foreach (var ending in Beside)
        {
            File.Delete(path + ending);
        }
    }

    /// <summary>Removes what a service has left that was killed: the process that a name tells of is gone.</summary>
    public static void RemoveForgotten()
    {
        var alive = System.Diagnostics.Process.GetProcesses().Select(process => process.Id).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(Path.GetTempPath(), Prefix + "*"))
        {
            try
            {
                var owner = Path.GetFileName(path)[Prefix.Length..].Split('-')[0];
                if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var id) || !alive.Contains(id))
                {
                    File.Delete(path);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another account's: its own service removes it.
            }
        }
    }
}
