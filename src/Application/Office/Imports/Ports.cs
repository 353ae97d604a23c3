using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>The files of operations: kept until their result is no longer asked for, protected, since they hold names.</summary>
public interface IOperationFiles
{
    /// <summary>Saves an operation whose file is still to be kept, at once, so that all others see it.</summary>
    Task ReserveAsync(Operation operation, CancellationToken cancellationToken);

    /// <summary>Removes an operation whose file is not kept after all, and what there is of the file.</summary>
    Task ForgetAsync(Guid operationId);

    /// <summary>Keeps a file, before anything of the unit of work is held or written: so it gives way to other writers.</summary>
    Task StoreAsync(Guid operationId, Stream content, CancellationToken cancellationToken);

    /// <summary>The file as a temporary one that goes when it is closed; null: it is no longer kept.</summary>
    Task<Stream?> OpenAsync(Guid operationId, CancellationToken cancellationToken);
}

/// <summary>Progress and findings of an operation, written with the next save of the unit of work.</summary>
public interface IOperationRecords
{
    /// <summary>Holds the operation until the end of the transaction, so that nobody else takes it over meanwhile.</summary>
    /// <exception cref="OperationTakenException">Another instance has taken it over.</exception>
    Task HoldAsync(Guid operationId, Guid? owner, CancellationToken cancellationToken);

    void Keep(Operation operation);

    void Add(IReadOnlyList<OperationFinding> findings);

    /// <summary>The value at fault as it is kept: protected.</summary>
    string Protect(string value);

    string? Unprotect(string? kept);
}

/// <summary>The operation is in other hands: nothing more of it may be written here.</summary>
public sealed class OperationTakenException() : Exception("The operation was taken over by another instance.");

/// <summary>What the operations of this instance are doing now; the database may learn of it only at their end.</summary>
public interface IRunningOperations
{
    RunningProgress? Find(Guid operationId);

    void Report(Guid operationId, RunningProgress progress);

    /// <summary>Asks an operation of this instance to end at its next step.</summary>
    void Cancel(Guid operationId);
}

/// <summary>How far an operation is.</summary>
/// <param name="Counts">Rows so far.</param>
/// <param name="Percent">Share of the file that was read; null where it cannot be told.</param>
public sealed record RunningProgress(ImportCounts Counts, int? Percent);

/// <summary>A file that was sent, held outside of the memory.</summary>
public sealed record ImportFile(Stream Content, string Name, string? ContentType);
