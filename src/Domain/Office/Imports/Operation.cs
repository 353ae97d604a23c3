namespace MethodCenter.Domain.Office.Imports;

/// <summary>Длительная операция: an import or a comparison that runs behind the request that asked for it.</summary>
/// <remarks>
/// Not an aggregate: its progress is neither audited nor published in the change feed. What it changes is, object by
/// object.
/// </remarks>
public sealed class Operation : Entity, IHeld
{
    public const int DatasetMaxLength = 40;
    public const int FileNameMaxLength = 200;
    public const int CodeMaxLength = 80;
    public const int MessageMaxLength = 1000;

    private Operation() { }

    public string Dataset { get; private init; } = null!;

    public ImportMode Mode { get; private init; }

    /// <summary>Whose keys stand in the column of keys; null: none do.</summary>
    public string? Source { get; private init; }

    /// <summary>Rows that a filter of the sheet hides are left out.</summary>
    public bool SkipHidden { get; private init; }

    /// <summary>The day on which it acts, where a sandbox named one; null: the true one.</summary>
    public DateOnly? Day { get; private init; }

    public string FileName { get; private init; } = null!;

    /// <summary>Size of the file in bytes.</summary>
    public long Size { get; private init; }

    /// <summary>Who asked for it, and with whose rights it runs.</summary>
    public Guid AccountId { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public OperationState State { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public DateTimeOffset? CancelRequestedAt { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>The instance that works on it, until <see cref="LeaseUntil"/>.</summary>
    public Guid? Owner { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>
    /// Number of the last row in the file whose outcome is saved; a continued import begins behind it.
    /// </summary>
    public int SavedRow { get; private set; }

    public ImportCounts Counts { get; private set; } = new();

    /// <summary>Why it failed.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>Why it failed, in Russian.</summary>
    public string? ErrorText { get; private set; }

    /// <summary>Why it failed, in English.</summary>
    public string? ErrorTextEnglish { get; private set; }

    public bool Finished => State is OperationState.Succeeded or OperationState.Failed or OperationState.Cancelled;

    /// <summary>Takes a place and the room for its file, before the file is kept: so nobody takes more by asking at once.</summary>
    public static Operation Reserve(ImportOrder order, Guid accountId, DateTimeOffset now) =>
        new()
        {
            Dataset = order.Dataset,
            Mode = order.Mode,
            Source = order.Source,
            SkipHidden = order.SkipHidden,
            Day = order.Day,
            FileName = order.FileName,
            Size = order.Size,
            AccountId = accountId,
            CreatedAt = now,
            State = OperationState.Uploading,
        };

    /// <summary>Its file is kept whole, so it may be taken up; what was cancelled meanwhile stays so.</summary>
    public void Queue()
    {
        if (State == OperationState.Uploading)
        {
            State = OperationState.Queued;
        }
    }

    /// <summary>An instance of the service takes it up, for the first time or after an interruption.</summary>
    /// <remarks>
    /// Only an import that writes may have saved a part of its work, one of valid rows or one that has passed its check; the
    /// others begin anew.
    /// </remarks>
    public Result<Nothing> Start(Guid owner, DateTimeOffset now, DateTimeOffset until)
    {
        if (
            Finished
            || State == OperationState.Uploading
            || (State == OperationState.Running && LeaseUntil > now && Owner != owner)
        )
        {
            return OperationErrors.NotWaiting;
        }

        (State, Owner, LeaseUntil) = (OperationState.Running, owner, until);
        StartedAt ??= now;
        Attempts++;
        if (Mode is ImportMode.DryRun or ImportMode.Compare)
        {
            (SavedRow, Counts) = (0, new ImportCounts());
        }

        return Nothing.Done;
    }

    /// <summary>Goes back to what was committed, after an attempt that was rolled back.</summary>
    public void Rewind(Guid? owner, int row, ImportCounts counts)
    {
        (State, Owner, FinishedAt) = (OperationState.Running, owner, null);
        (SavedRow, Counts) = (row, counts);
    }

    /// <summary>Rows up to this one are dealt with.</summary>
    public void Advance(int row, ImportCounts counts) => (SavedRow, Counts) = (row, counts);

    public void Succeed(DateTimeOffset now) => End(OperationState.Succeeded, now);

    /// <param name="code">Stable code of the reason.</param>
    /// <param name="text">The reason in Russian.</param>
    /// <param name="english">The reason in English.</param>
    /// <param name="now">The instant.</param>
    public void Fail(string code, string text, string english, DateTimeOffset now)
    {
        (ErrorCode, ErrorText, ErrorTextEnglish) = (
            code,
            text.Shorten(MessageMaxLength),
            english.Shorten(MessageMaxLength)
        );
        End(OperationState.Failed, now);
    }

    public void Cancel(DateTimeOffset now) => End(OperationState.Cancelled, now);

    /// <summary>Asks for the end: what waits ends at once, what runs ends at its next step.</summary>
    public Result<Nothing> RequestCancel(DateTimeOffset now)
    {
        if (State is OperationState.Succeeded or OperationState.Failed)
        {
            return OperationErrors.AlreadyFinished(State);
        }

        // A second request, or one that arrives after the end, has what it asked for.
        CancelRequestedAt ??= now;
        if (State is OperationState.Uploading or OperationState.Queued)
        {
            Cancel(now);
        }

        return Nothing.Done;
    }

    private void End(OperationState state, DateTimeOffset now) =>
        (State, FinishedAt, Owner, LeaseUntil) = (state, now, null, null);
}

/// <summary>What is asked for.</summary>
public sealed record ImportOrder(string Dataset, ImportMode Mode, string? Source, string FileName, long Size)
{
    /// <summary>Leave out rows that a filter of the sheet hides.</summary>
    public bool SkipHidden { get; init; }

    /// <summary>The day on which it acts; null: the true one.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>The outcome of the rows so far.</summary>
public sealed record ImportCounts
{
    /// <summary>Rows read that were not empty.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that registered a new object.</summary>
    public int Created { get; init; }

    /// <summary>Rows that changed an object on file.</summary>
    public int Changed { get; init; }

    /// <summary>Rows that agree with what is on file.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows that were refused.</summary>
    public int Refused { get; init; }

    /// <summary>Problems of refused rows.</summary>
    public int Problems { get; init; }

    /// <summary>Doubts about rows that were accepted, and about the file.</summary>
    public int Warnings { get; init; }

    /// <summary>Objects on file that the file does not name; only of a comparison.</summary>
    public int Missing { get; init; }
}

/// <summary>What an import does with what it finds.</summary>
public enum ImportMode
{
    /// <summary>Check without writing anything.</summary>
    DryRun,

    /// <summary>Write everything or nothing.</summary>
    AllOrNothing,

    /// <summary>Write the valid rows.</summary>
    ValidRows,

    /// <summary>Compare the file with the database without writing anything.</summary>
    Compare,
}

/// <summary>State of an operation.</summary>
public enum OperationState
{
    /// <summary>Its file is being kept.</summary>
    Uploading,

    /// <summary>Waits in the queue.</summary>
    Queued,

    /// <summary>Is running.</summary>
    Running,

    /// <summary>Completed.</summary>
    Succeeded,

    /// <summary>Failed; nothing is written beyond what the mode promises.</summary>
    Failed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
