using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Persistence.Conventions;

/// <summary>A value of several members kept as one JSON text: read and set as a whole, never asked for by its members.</summary>
internal static class JsonText
{
    /// <summary>Cyrillic as it is: the text is stored, never shown in a page.</summary>
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static PropertyBuilder<TValue> Json<TValue>(this PropertyBuilder<TValue> property, int maxLength) =>
        property.HasConversion(new Converter<TValue>(), new Comparer<TValue>()).HasMaxLength(maxLength);

    public static string Write<TValue>(TValue value) => JsonSerializer.Serialize(value, Form);

    public static TValue Read<TValue>(string stored) => JsonSerializer.Deserialize<TValue>(stored, Form)!;

    internal sealed class Converter<TValue>()
        : ValueConverter<TValue, string>(value => Write(value), stored => Read<TValue>(stored));

    /// <summary>By the text: lists within a record have no equality of their own.</summary>
    internal sealed class Comparer<TValue>()
        : ValueComparer<TValue>(
            (one, other) => ReferenceEquals(one, other) || (one != null && other != null && Write(one) == Write(other)),
            value => Write(value).GetHashCode(StringComparison.Ordinal),
            value => value
        );
}
