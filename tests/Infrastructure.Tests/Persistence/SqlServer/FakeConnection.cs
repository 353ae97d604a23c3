using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>Stands in for SQL Server: keeps each statement and answers with rows that it makes up.</summary>
/// <param name="record">Takes each statement.</param>
/// <param name="rows">Makes up the answer to a statement.</param>
/// <param name="opening">Plays what happens when it is opened.</param>
internal sealed class FakeConnection(
    Action<string, IReadOnlyList<SentParameter>> record,
    Func<string, FakeRows> rows,
    Action? opening = null
) : DbConnection
{
    private ConnectionState _state;

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none;Database=none";

    public override string Database => "none";

    public override string DataSource => "none";

    public override string ServerVersion => "15.00.0000";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName) { }

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open()
    {
        opening?.Invoke();
        _state = ConnectionState.Open;
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new FakeTransaction(this);

    protected override DbCommand CreateDbCommand() => new FakeCommand(record, rows) { Connection = this };

    private sealed class FakeTransaction(FakeConnection connection) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

        protected override DbConnection DbConnection => connection;

        public override void Commit() { }

        public override void Rollback() { }

        public override void Save(string savepointName) { }

        public override void Rollback(string savepointName) { }

        public override void Release(string savepointName) { }
    }
}

internal sealed class FakeCommand(Action<string, IReadOnlyList<SentParameter>> record, Func<string, FakeRows> rows)
    : DbCommand
{
    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection { get; } = new FakeParameters();

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() { }

    public override void Prepare() { }

    private IReadOnlyList<SentParameter> Sent =>
        [
            .. DbParameterCollection
                .Cast<SqlParameter>()
                .Select(one => new SentParameter(Named(one.ParameterName), one.SqlDbType, one.Size, one.Value)),
        ];

    private static string Named(string name) => name.StartsWith('@') ? name : $"@{name}";

    public override int ExecuteNonQuery()
    {
        record(CommandText, Sent);
        return rows(CommandText).Affected;
    }

    public override object? ExecuteScalar()
    {
        record(CommandText, Sent);
        return rows(CommandText).Affected;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        record(CommandText, Sent);
        return new FakeReader(rows(CommandText));
    }
}

internal sealed class FakeParameters : DbParameterCollection
{
    private readonly List<object> _items = [];

    public override int Count => _items.Count;

    public override object SyncRoot => _items;

    public override int Add(object value)
    {
        _items.Add(value);
        return _items.Count - 1;
    }

    public override void AddRange(Array values) => _items.AddRange(values.Cast<object>());

    public override void Clear() => _items.Clear();

    public override bool Contains(object value) => _items.Contains(value);

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) =>
        ((System.Collections.ICollection)_items).CopyTo(array, index);

    public override System.Collections.IEnumerator GetEnumerator() => _items.GetEnumerator();

    public override int IndexOf(object value) => _items.IndexOf(value);

    public override int IndexOf(string parameterName) =>
        _items.FindIndex(item => ((DbParameter)item).ParameterName == parameterName);

    public override void Insert(int index, object value) => _items.Insert(index, value);

    public override void Remove(object value) => _items.Remove(value);

    public override void RemoveAt(int index) => _items.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _items.RemoveAt(IndexOf(parameterName));

    protected override DbParameter GetParameter(int index) => (DbParameter)_items[index];

    protected override DbParameter GetParameter(string parameterName) => (DbParameter)_items[IndexOf(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _items[index] = value;

    protected override void SetParameter(string parameterName, DbParameter value) =>
        _items[IndexOf(parameterName)] = value;
}
