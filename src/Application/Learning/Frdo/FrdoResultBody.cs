namespace MethodCenter.Application.Learning.Frdo;

/// <summary>The answer of the register about a row.</summary>
public sealed record FrdoResultBody
{
    /// <summary>Row of the sheet, from 2.</summary>
    public required int Number { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>What the register wrote; required for a rejected row.</summary>
    public string? ErrorText { get; init; }
}
