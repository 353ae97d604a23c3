using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Api.Http;

/// <summary>Finds all that is wrong with a JSON body that could not be read, each with its pointer.</summary>
internal static class JsonDiagnosis
{
    public static Error Explain(ReadOnlyMemory<byte> body, Type type)
    {
        try
        {
            if (FindUnreadableText(body.Span) is { } unreadable)
            {
                return unreadable;
            }

            using var document = JsonDocument.Parse(
                body,
                new JsonDocumentOptions { MaxDepth = Json.Options.MaxDepth, AllowDuplicateProperties = false }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return RequestErrors.NotAnObject;
            }

            var found = new FieldErrors();
            Visit(document.RootElement, Json.Options.GetTypeInfo(type), "", found);
            return found.ToError() ?? RequestErrors.NotReadable;
        }
        catch (JsonException exception)
        {
            return RequestErrors
                .MalformedJson.With("line", (exception.LineNumber ?? 0) + 1)
                .With("position", (exception.BytePositionInLine ?? 0) + 1);
        }
    }

    /// <summary>A name or text that is not Unicode: half of a surrogate pair, or bytes that are not UTF-8.</summary>
    /// <remarks>The parser lets it pass and fails only when somebody reads it.</remarks>
    public static Error? FindUnreadableText(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Json.Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                {
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            var before = body[..(int)reader.TokenStartIndex];
            return RequestErrors
                .MalformedJson.With("line", before.Count((byte)'\n') + 1)
                .With("position", before.Length - before.LastIndexOf((byte)'\n'));
        }
    }

    private static void Visit(JsonElement element, JsonTypeInfo type, string at, FieldErrors found)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                VisitMembers(element, type, at, found);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var place = 0;
                var ofItems = Json.Options.GetTypeInfo(type.ElementType!);
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item, ofItems, found.IsFull ? "" : $"{at}/{place++}", found);
                }

                break;
            default:
                VisitValue(element, type, at, found);
                break;
        }
    }

    private static void VisitMembers(JsonElement element, JsonTypeInfo type, string at, FieldErrors found)
    {
        var members = type.Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null);
        var known = members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var given in element.EnumerateObject())
        {
            var pointer = found.IsFull ? "" : $"{at}/{Escape(given.Name)}";
            if (!known.Remove(given.Name, out var member))
            {
                found.Add(() =>
                    Error
                        .Malformed("validation.unknown-member")
                        .At(pointer)
                        .With("known", Nearest.Of(given.Name, type.Properties.Select(one => one.Name)))
                );
            }
            else if (given.Value.ValueKind == JsonValueKind.Null)
            {
                if (!member.IsSetNullable)
                {
                    found.Add(() => Error.Malformed("validation.required").At(pointer));
                }
            }
            else
            {
                Visit(given.Value, Json.Options.GetTypeInfo(member.PropertyType), pointer, found);
            }
        }

        foreach (var missing in known.Values.Where(member => member.IsRequired))
        {
            found.Add(() => Error.Malformed("validation.required").At($"{at}/{missing.Name}"));
        }
    }

    private static void VisitValue(JsonElement element, JsonTypeInfo type, string at, FieldErrors found)
    {
        // To try a value costs an exception where it is wrong: nobody is told of it any more, so it is not tried.
        if (found.IsFull)
        {
            return;
        }

        try
        {
            if (element.Deserialize(type) is null && element.ValueKind == JsonValueKind.Null)
            {
                found.Add(() => Error.Malformed("validation.required").At(at));
            }
        }
        catch (ControlCharacterException)
        {
            found.Add(() => Error.Malformed("validation.control-character").At(at));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            found.Add(() => WrongType(type.Type).At(at));
        }
    }

    public static Error WrongType(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type.IsEnum ? UnknownValue(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
            : type == typeof(ReportCode) ? UnknownValue(ReportCatalogue.All.Select(report => report.Code.Value))
            : Error.Malformed("validation.wrong-type").With("expected", Expected(type));
    }

    private static Error UnknownValue(IEnumerable<string> known) =>
        Error.Malformed("validation.unknown-value").With("known", string.Join(", ", known));

    private static ValueForm Expected(Type type) =>
        type == typeof(string) ? ValueForm.Text
        : type == typeof(bool) ? ValueForm.Boolean
        : type == typeof(int) || type == typeof(long) ? ValueForm.Integer
        : type == typeof(decimal) || type == typeof(double) ? ValueForm.Number
        : type == typeof(DateOnly) ? ValueForm.Date
        : type == typeof(TimeOnly) ? ValueForm.Time
        : type == typeof(DateTimeOffset) ? ValueForm.Instant
        : type == typeof(Guid) ? ValueForm.Uuid
        : type == typeof(AcademicYear) ? ValueForm.AcademicYear
        : typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? ValueForm.Array
        : ValueForm.Object;

    private static string Escape(string name)
    {
        var shown = name.Length > 60 ? name[..60] : name;
        return shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}
