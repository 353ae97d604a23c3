namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Ответ реестра о строке.</summary>
public sealed record FrdoResultBody
{
    /// <summary>Row of the sheet, from 2.</summary>
    public required int Number { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>What the register has written; required of a rejected row.</summary>
    public string? ErrorText { get; init; }
}
