namespace MethodCenter.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>The file of the database was deleted or moved while the service runs.</summary>
/// <remarks>
/// What is written then goes into a file without a name and is lost at the next start, with the driver none the wiser.
/// </remarks>
public sealed class FileGoneException(string file)
    : IOException($"The database file is gone: {Path.GetFileName(file)}");
