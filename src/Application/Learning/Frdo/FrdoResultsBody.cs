namespace MethodCenter.Application.Learning.Frdo;

/// <summary>What the register answered about the rows of a package.</summary>
public sealed record FrdoResultsBody
{
    public required IReadOnlyList<FrdoResultBody> Rows { get; init; }
}
