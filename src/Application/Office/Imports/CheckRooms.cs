namespace MethodCenter.Application.Office.Imports;

/// <summary>Where a file is checked by doing what it asks and taking all of it back.</summary>
/// <remarks>
/// A database that has one writer would be held by that for as long as the file takes, and nobody else could write. There
/// the check works on a copy of its own: it reads the database once and never writes to it.
/// </remarks>
public interface ICheckRooms
{
    /// <summary>The database takes one writer at a time.</summary>
    bool OneWriter { get; }

    /// <summary>A room with a copy of the database as it is now, for the caller of this one; null: it may be done in place.</summary>
    Task<ICheckRoom?> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>A copy of the database with the services that work on it; it goes when it is left.</summary>
public interface ICheckRoom : IAsyncDisposable
{
    IServiceProvider Services { get; }
}
