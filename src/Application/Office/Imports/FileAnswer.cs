using MethodCenter.Application.Common.Tables;

namespace MethodCenter.Application.Office.Imports;

/// <summary>A file that is written while it is sent.</summary>
/// <param name="Name">File name that is proposed to the person.</param>
/// <param name="Format">Kind of file.</param>
/// <param name="WriteAsync">Writes it.</param>
public sealed record FileAnswer(string Name, TableFormat Format, Func<Stream, CancellationToken, Task> WriteAsync);
