namespace MethodCenter.Domain.Office.Imports;

/// <summary>Замечание: what an operation has to say about a row of the file.</summary>
public sealed class OperationFinding : Entity
{
    public const int ColumnMaxLength = 60;
    public const int ValueMaxLength = 2000;
    public const int LongestValue = 200;

    public Guid OperationId { get; init; }

    /// <summary>Number of the row as the person sees it in the file; 0: the file as a whole.</summary>
    public int Row { get; init; }

    /// <summary>Name of the column; null: the whole row.</summary>
    public string? Column { get; init; }

    public FindingSeverity Severity { get; init; }

    public string Code { get; init; } = "";

    public string Message { get; init; } = "";

    public string MessageEnglish { get; init; } = "";

    /// <summary>The value at fault, protected by the service's key ring: it may be personal.</summary>
    public string? Value { get; init; }
}
