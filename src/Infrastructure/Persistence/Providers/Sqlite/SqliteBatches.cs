using Microsoft.EntityFrameworkCore.Update;

namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>Sends the changes of a save together, as EF does for the other databases.</summary>
/// <remarks>
/// EF sends SQLite each row by itself, since no network lies between. But each command is still prepared and stepped by
/// itself, and an aggregate with many parts would cost as many commands as it has rows.
/// </remarks>
internal sealed class SqliteBatches(ModificationCommandBatchFactoryDependencies dependencies)
    : IModificationCommandBatchFactory
{
    // Rows of a batch; with some 30 columns far from the 32,766 parameters that SQLite takes.
    private const int MostRows = 200;

    public ModificationCommandBatch Create() => new Batch(dependencies);

    private sealed class Batch(ModificationCommandBatchFactoryDependencies dependencies)
        : AffectedCountModificationCommandBatch(dependencies, MostRows);
}
