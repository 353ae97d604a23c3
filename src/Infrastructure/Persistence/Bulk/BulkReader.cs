using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>New rows of a table as a reader, forward only: one row at a time, in the columns and the form of the table.</summary>
/// <param name="table">The table.</param>
/// <param name="entities">What becomes its rows.</param>
/// <param name="centreId">The centre that owns them, as the database takes it.</param>
internal sealed class BulkReader(BulkTable table, IReadOnlyList<object> entities, object centreId) : DbDataReader
{
    private int _place = -1;
    private bool _closed;

    public override int Depth => 0;

    public override int FieldCount => table.Columns.Length;

    public override bool HasRows => entities.Count > 0;

    public override bool IsClosed => _closed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => ++_place < entities.Count;

    public override bool NextResult() => false;

    public override void Close() => _closed = true;

    public override object GetValue(int ordinal) =>
        table.Columns[ordinal].Read(entities[_place], centreId) ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            values[ordinal] = GetValue(ordinal);
        }

        return count;
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    public override int GetOrdinal(string name) => Array.FindIndex(table.Columns, column => column.Name == name);

    public override string GetDataTypeName(int ordinal) => table.Columns[ordinal].StoreType;

    public override Type GetFieldType(int ordinal) => table.Columns[ordinal].ValueType;

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    /// <summary>Long texts and contents of files are taken as streams.</summary>
    public override Stream GetStream(int ordinal) => new MemoryStream((byte[])GetValue(ordinal), writable: false);

    public override TextReader GetTextReader(int ordinal) => new StringReader(GetString(ordinal));

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length)
    {
        var bytes = (byte[])GetValue(ordinal);
        return buffer is null ? bytes.Length : Copy(bytes, dataOffset, buffer, bufferOffset, length);
    }

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        return buffer is null ? text.Length : Copy(text.ToCharArray(), dataOffset, buffer, bufferOffset, length);
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => Convert.ToByte(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override DateTime GetDateTime(int ordinal) =>
        GetValue(ordinal) is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => (decimal)GetValue(ordinal);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => (float)GetValue(ordinal);

    public override Guid GetGuid(int ordinal) => (Guid)GetValue(ordinal);

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => (int)GetValue(ordinal);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    private static int Copy<T>(T[] from, long offset, T[] to, int at, int length)
    {
        var count = (int)Math.Min(length, Math.Max(0, from.Length - offset));
        Array.Copy(from, offset, to, at, count);
        return count;
    }
}
