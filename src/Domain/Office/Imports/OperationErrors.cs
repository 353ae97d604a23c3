namespace MethodCenter.Domain.Office.Imports;

public static class OperationErrors
{
    public static readonly Error NotFound = Error.NotFound("operation.not-found");

    /// <summary>Files hold names, so they are kept for some days only.</summary>
    /// <summary>Its file is on the way: what is kept so far is no file.</summary>
    public static readonly Error StillUploading = Error.Conflict("operation.still-uploading");

    public static readonly Error FileGone = Error.NotFound("operation.file-gone");

    public static readonly Error NotWaiting = Error.Conflict("operation.not-waiting");

    public static Error CentreWaiting(int waiting) =>
        Error.Conflict("operation.centre-waiting").With("waiting", waiting);

    public static Error FilesFull(long bytes) =>
        Error.Conflict("operation.files-full").With("limit", bytes / (1024 * 1024));

    public static Error TooManyWaiting(int waiting) =>
        Error.Conflict("operation.too-many-waiting").With("waiting", waiting);

    public static Error AlreadyFinished(OperationState state) =>
        Error.Conflict("operation.finished").With("state", state);
}
