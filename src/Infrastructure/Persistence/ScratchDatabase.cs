using Microsoft.Data.Sqlite;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The copy of the database on which a scope works in the place of the database itself; usually none.</summary>
internal sealed class ScratchDatabase
{
    /// <summary>Set before anything of the scope asks for the database. Null: there is no copy.</summary>
    public string? Path { get; set; }

    public static string ConnectionTo(string path) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            Pooling = false,
        }.ToString();
}
