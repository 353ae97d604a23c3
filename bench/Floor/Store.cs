using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MethodCenter.Floor;

/// <summary>What the two databases need differently: connections, ids, days and instants.</summary>
internal abstract class Store
{
    /// <summary>Where only one transaction may write, writers queue here, as they do in the service.</summary>
    public abstract SemaphoreSlim? WriterQueue { get; }

    public abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    public abstract object Id(Guid id);

    public abstract Guid Id(DbDataReader row, int column);

    public static Store Of(string provider, string connection) =>
        provider == "PostgreSql" ? new PostgreSqlStore(connection) : new SqliteStore(connection);

    private sealed class SqliteStore(string connection) : Store
    {
        // Foreign keys and waiting as the service has them; synchronous=FULL is what SQLite does unless told otherwise.
        private readonly string _connection = new SqliteConnectionStringBuilder(connection)
        {
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();

        public override SemaphoreSlim? WriterQueue { get; } = new(1, 1);

        public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
        {
            var open = new SqliteConnection(_connection);
            await open.OpenAsync(cancellationToken);
            return open;
        }

        public override object Id(Guid id) => id.ToByteArray(bigEndian: true);

        public override Guid Id(DbDataReader row, int column) =>
            new(row.GetFieldValue<byte[]>(column), bigEndian: true);
    }

    private sealed class PostgreSqlStore(string connection) : Store
    {
        private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

        public override SemaphoreSlim? WriterQueue => null;

        public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
            await _source.OpenConnectionAsync(cancellationToken);

        public override object Id(Guid id) => id;

        public override Guid Id(DbDataReader row, int column) => row.GetGuid(column);
    }
}
