namespace MethodCenter.Application.Common.Tables;

/// <summary>A file that is written while it is sent.</summary>
public sealed record FileAnswer
{
    /// <summary>File name that is proposed to the person, without its ending.</summary>
    public required string Name { get; init; }

    public required TableFormat Format { get; init; }

    /// <summary>Writes the file.</summary>
    public required Func<Stream, CancellationToken, Task> WriteAsync { get; init; }
}
