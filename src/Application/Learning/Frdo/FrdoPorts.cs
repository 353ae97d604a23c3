namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Writes the workbook that ФИС ФРДО takes (FRDO-1).</summary>
public interface IFrdoWorkbook
{
    /// <summary>The same rows give the same bytes.</summary>
    Task<byte[]> WriteAsync(IReadOnlyList<IReadOnlyList<string?>> rows, CancellationToken cancellationToken);
}

/// <summary>The files of packages: kept as they were made, protected, since they hold names and СНИЛС.</summary>
/// <remarks>
/// Kept and not made anew: what was signed and handed over must be what is downloaded, also after a name, a norm or this
/// program has changed.
/// </remarks>
public interface IFrdoFiles
{
    /// <summary>Keeps a file with the next save of the unit of work.</summary>
    void Keep(Guid packageId, byte[] content);

    /// <summary>The file; null: the key ring that protected it is gone.</summary>
    Task<byte[]?> FindAsync(Guid packageId, CancellationToken cancellationToken);
}
