using System.Globalization;
using System.Text.Json.Serialization;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Operation: state, progress and outcome of long work.</summary>
public sealed record OperationDetails
{
    public required Guid Id { get; init; }

    /// <summary>The dataset whose file is read.</summary>
    public required string Dataset { get; init; }

    public required ImportMode Mode { get; init; }

    public required OperationState State { get; init; }

    public required string FileName { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Rows so far: read, new, changed, unchanged, refused.</summary>
    public required ImportCounts Counts { get; init; }

    /// <summary>Share of the file that was read, 0–100; null where it cannot be told.</summary>
    public int? Percent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the cancellation was requested.</summary>
    public DateTimeOffset? CancelRequestedAt { get; init; }

    /// <summary>Why it failed and what to do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OperationError? Error { get; init; }

    internal static OperationDetails Of(Operation operation, RunningProgress? progress) =>
        new()
        {
            Id = operation.Id,
            Dataset = operation.Dataset,
            Mode = operation.Mode,
            State = operation.State,
            FileName = operation.FileName,
            Size = operation.Size,
            Counts = operation.Finished ? operation.Counts : progress?.Counts ?? operation.Counts,
            Percent = operation.State switch
            {
                OperationState.Succeeded => 100,
                OperationState.Running => progress?.Percent,
                _ => null,
            },
            CreatedAt = operation.CreatedAt,
            StartedAt = operation.StartedAt,
            FinishedAt = operation.FinishedAt,
            CancelRequestedAt = operation.CancelRequestedAt,
            Error = operation.ErrorCode is { } code
                ? new OperationError(code, Language.English ? operation.ErrorTextEnglish! : operation.ErrorText!)
                : null,
        };
}

/// <summary>Why an operation failed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is wrong and what to do, in the caller's language.</param>
public sealed record OperationError(string Code, string Message);

/// <summary>An operation in a list.</summary>
public sealed record OperationListItem
{
    public Guid Id { get; init; }

    public string Dataset { get; init; } = "";

    public ImportMode Mode { get; init; }

    public OperationState State { get; init; }

    public string FileName { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>A finding about a row of the file.</summary>
public sealed record OperationFindingItem
{
    /// <summary>Number of the row as the file shows it; 0: the file as a whole.</summary>
    public int Row { get; init; }

    /// <summary>Name of the column; null: the whole row.</summary>
    public string? Column { get; init; }

    public FindingSeverity Severity { get; init; }

    /// <summary>Stable code.</summary>
    public string Code { get; init; } = "";

    /// <summary>What is wrong and what to do, in the caller's language.</summary>
    public string Message { get; init; } = "";

    /// <summary>The value at fault.</summary>
    public string? Value { get; init; }
}

internal static class Language
{
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
