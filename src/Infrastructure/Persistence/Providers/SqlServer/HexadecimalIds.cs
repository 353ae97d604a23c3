using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.Json;

namespace MethodCenter.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>An id within a list that is sent as JSON: its bytes as the server shows them, without 0x.</summary>
public sealed class HexadecimalIds : JsonValueReaderWriter<Guid>
{
    private const int Bytes = 16;

    private HexadecimalIds() { }

    public static HexadecimalIds Instance { get; } = new();

    public override System.Linq.Expressions.Expression ConstructorExpression =>
        System.Linq.Expressions.Expression.Property(null, typeof(HexadecimalIds), nameof(Instance));

    public override Guid FromJsonTyped(ref Utf8JsonReaderManager manager, object? existingObject = null) =>
        new(Convert.FromHexString(manager.CurrentReader.GetString()!), bigEndian: true);

    public override void ToJsonTyped(Utf8JsonWriter writer, Guid value)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        writer.WriteStringValue(Convert.ToHexString(bytes));
    }
}
