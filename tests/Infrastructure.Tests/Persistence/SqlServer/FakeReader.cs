using System.Collections;
using System.Data.Common;
using System.Globalization;

namespace MethodCenter.Infrastructure.Tests.Persistence.SqlServer;

/// <summary>An answer that is made up.</summary>
/// <param name="Rows">Rows of each result.</param>
/// <param name="Results">Results of the batch.</param>
/// <param name="Affected">Rows that a statement without a result says it has changed.</param>
/// <param name="Truth">Value of every bit, hence of every EXISTS.</param>
/// <param name="Values">Value of a column, where not any value will do.</param>
internal sealed record FakeRows(int Rows, int Results, int Affected, bool Truth, IReadOnlyList<object?> Values);

/// <summary>Rows whose columns have whatever type they are asked for.</summary>
internal sealed class FakeReader(FakeRows answer) : DbDataReader
{
    /// <summary>The id of everything.</summary>
    public static readonly Guid Id = new("0199a000-0000-7000-8000-000000000001");
    public static readonly DateOnly Day = new(2026, 10, 1);
    private int _row;
    private int _result = 1;

    public override int Depth => 0;

    public override int FieldCount => 200;

    public override bool HasRows => answer.Rows > 0;

    public override bool IsClosed => false;

    public override int RecordsAffected => answer.Affected;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read() => _row++ < answer.Rows;

    public override bool NextResult()
    {
        _row = 0;
        return _result++ < answer.Results;
    }

    public override T GetFieldValue<T>(int ordinal)
    {
        var type = typeof(T);
        if (Known<T>(ordinal, out var known))
        {
            return known;
        }

        object value =
            type == typeof(DateOnly) ? Day
            : type == typeof(TimeOnly) ? new TimeOnly(10, 0)
            : type == typeof(byte[]) ? Id.ToByteArray(bigEndian: true)
            : type == typeof(Guid) ? Id
            : type == typeof(DateTimeOffset) ? new DateTimeOffset(GetDateTime(ordinal))
            : type == typeof(DateTime) ? GetDateTime(ordinal)
            : type == typeof(string) ? GetString(ordinal)
            : type == typeof(bool) ? answer.Truth
            : Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
        return (T)value;
    }

    public override bool GetBoolean(int ordinal) => Known<bool>(ordinal, out var known) ? known : answer.Truth;

    public override byte GetByte(int ordinal) => Known<byte>(ordinal, out var known) ? known : (byte)1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => 0;

    public override char GetChar(int ordinal) => 'x';

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => 0;

    public override string GetDataTypeName(int ordinal) => "nvarchar";

    public override DateTime GetDateTime(int ordinal) =>
        Known<DateTime>(ordinal, out var known) ? known : Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public override decimal GetDecimal(int ordinal) => Known<decimal>(ordinal, out var known) ? known : 1;

    public override double GetDouble(int ordinal) => Known<double>(ordinal, out var known) ? known : 1;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override float GetFloat(int ordinal) => Known<float>(ordinal, out var known) ? known : 1;

    public override Guid GetGuid(int ordinal) => Id;

    public override short GetInt16(int ordinal) => Known<short>(ordinal, out var known) ? known : (short)1;

    public override int GetInt32(int ordinal) => Known<int>(ordinal, out var known) ? known : 1;

    public override long GetInt64(int ordinal) => Known<long>(ordinal, out var known) ? known : 1;

    public override string GetName(int ordinal) => ordinal == 0 ? "Value" : $"c{ordinal}";

    public override int GetOrdinal(string name) => 0;

    public override string GetString(int ordinal) => Known<string>(ordinal, out var known) ? known : "x";

    public override object GetValue(int ordinal) =>
        ordinal < answer.Values.Count && answer.Values[ordinal] is { } known ? known : GetString(ordinal);

    public override int GetValues(object[] values) => 0;

    public override bool IsDBNull(int ordinal) => ordinal < answer.Values.Count && answer.Values[ordinal] is DBNull;

    private bool Known<T>(int ordinal, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (ordinal >= answer.Values.Count || answer.Values[ordinal] is not T known)
        {
            return false;
        }

        value = known;
        return true;
    }
}
