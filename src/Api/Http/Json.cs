using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Api.Http;

/// <summary>The JSON of the service: camel case, enums as strings, nothing unknown, Cyrillic as it is.</summary>
internal static class Json
{
    private const int MostDepth = 16;

    public static readonly JsonSerializerOptions Options = Seal(
        Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web))
    );

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = MostDepth;
        // «+» and Russian stay what they are: secrets are copied by hand. The answers are JSON, which no browser takes for HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new AcademicYearJson());
        options.Converters.Add(new ReportCodeJson());
        options.Converters.Add(new PlainTextJson());
        options.Converters.Add(new InstantJson());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { LeaveOutWithheld, TakeEmptyForNone },
        };
        return options;
    }

    /// <summary>A count that is withheld from the caller is absent.</summary>
    private static void LeaveOutWithheld(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.AttributeProvider is PropertyInfo property && SmallCells.MayBeWithheld(property))
            {
                member.ShouldSerialize = static (_, value) => value is not SmallCells.Withheld;
            }
        }
    }

    /// <summary>Fixes the options, so that types can be looked up before anything has been written.</summary>
    private static JsonSerializerOptions Seal(JsonSerializerOptions options)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>An optional text that is sent empty is not there: forms of front-ends send '' for fields left blank.</summary>
    private static void TakeEmptyForNone(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
        {
            if (member.PropertyType == typeof(string) && member.IsSetNullable && member.CustomConverter is null)
            {
                member.CustomConverter = new OptionalTextJson();
            }
        }
    }

    /// <summary>«2019-2020».</summary>
    private sealed class AcademicYearJson : JsonConverter<AcademicYear>
    {
        public override AcademicYear Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.String && AcademicYear.TryParse(reader.GetString(), out var year)
                ? year
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, AcademicYear value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    /// <summary>«trainedByProvider»: a report that some area declares.</summary>
    private sealed class ReportCodeJson : JsonConverter<ReportCode>
    {
        public override ReportCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ReportCatalogue.Find(reader.GetString()) is { } report
                ? report.Code
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, ReportCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }

    /// <summary>Texts without control characters, which no database column and no table of a report should hold.</summary>
    /// <remarks>Letters come in one piece, and what is invisible and carries nothing is taken off.</remarks>
    private class PlainTextJson : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException();
            }

            var text = PlainText.Clean(reader.GetString()!);
            foreach (var symbol in text)
            {
                if (char.IsControl(symbol) && symbol is not ('\n' or '\r' or '\t'))
                {
                    throw new ControlCharacterException();
                }
            }

            return text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value);

        public override string ReadAsPropertyName(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => PlainText.Clean(reader.GetString()!);
    }

    private sealed class OptionalTextJson : PlainTextJson
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            base.Read(ref reader, typeToConvert, options) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Instants in UTC with Z, to the millisecond.</summary>
    private sealed class InstantJson : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant)
                ? instant
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString(
                    "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
    }
}

/// <summary>A text holds a control character.</summary>
internal sealed class ControlCharacterException() : JsonException("A control character.");
