namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>A piece of the file of an operation, protected by the service's key ring: it may hold names and numbers.</summary>
public sealed class OperationPart
{
    public Guid OperationId { get; init; }

    /// <summary>Place of the piece in the file, from 0.</summary>
    public int Number { get; init; }

    public byte[] Content { get; init; } = [];
}
