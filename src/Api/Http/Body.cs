using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MethodCenter.Domain.Learning.Courses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>
/// A JSON body, read strictly: unknown members, wrong types and missing members come back all at once.
/// </summary>
internal sealed class Body<T>(T value) : IEndpointParameterMetadataProvider
    where T : class
{
    public T Value { get; } = value;

    public static async ValueTask<Body<T>> BindAsync(HttpContext http)
    {
        var bytes = await RequestBody.ReadAsync(http, RequestBody.Json);
        try
        {
            return new Body<T>(RequestBody.Parse<T>(bytes));
        }
        catch (RefusalException) when (SentBack.WithoutReadOnly(http, bytes, typeof(T)) is { } rest)
        {
            return new Body<T>(RequestBody.Parse<T>(rest));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([RequestBody.Json], typeof(T), isOptional: false));
}

/// <summary>A merge patch (RFC 7396) of the members of <typeparamref name="T"/>.</summary>
internal sealed class Patch<T>(JsonObject document) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>The body that results when the patch is applied to the current representation.</summary>
    public T ApplyTo<TDetails>(TDetails details)
    {
        var present = JsonSerializer.SerializeToNode(details, Json.Options)!.AsObject();
        var members = Json.Options.GetTypeInfo(typeof(T)).Properties.Select(member => member.Name).ToHashSet();
        foreach (var foreign in present.Select(member => member.Key).Where(name => !members.Contains(name)).ToList())
        {
            present.Remove(foreign);
        }

        Merge(present, document);
        return RequestBody.Parse<T>(JsonSerializer.SerializeToUtf8Bytes(present, Json.Options));
    }

    public static async ValueTask<Patch<T>> BindAsync(HttpContext http)
    {
        var bytes = await RequestBody.ReadAsync(http, RequestBody.MergePatch, RequestBody.Json);
        try
        {
            var document = JsonNode.Parse(
                bytes.Span,
                documentOptions: new JsonDocumentOptions
                {
                    MaxDepth = Json.Options.MaxDepth,
                    AllowDuplicateProperties = false,
                }
            );
            return document is not JsonObject patch ? throw new RefusalException(RequestErrors.NotAnObject)
                : JsonDiagnosis.FindUnreadableText(bytes.Span) is { } unreadable
                    ? throw new RefusalException(unreadable)
                : new Patch<T>(patch);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RefusalException(JsonDiagnosis.Explain(bytes, typeof(T)));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new AcceptsMetadata([RequestBody.MergePatch, RequestBody.Json], typeof(T), isOptional: false)
        );
        builder.Metadata.Add(new MergePatchMetadata(typeof(T)));
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject nested && target[name] is JsonObject present)
            {
                Merge(present, nested);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}

/// <summary>Marks an operation whose body is a merge patch of a type.</summary>
internal sealed record MergePatchMetadata(Type BodyType);

/// <summary>How large a body may be that is held in memory.</summary>
internal sealed record BodyLimits(long BodyBytes);

/// <summary>Reads bodies into memory; their size is bounded before.</summary>
internal static class RequestBody
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";
    private const string Key = "MethodCenter.Body";
    private const int OpenBytes = 64 * 1024;
    private const int PieceBytes = 16 * 1024;

    /// <summary>The longest list that any use case takes: the learners of a course.</summary>
    private const int MostValues = Course.MostCapacity;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, params string[] mediaTypes)
    {
        if (http.Items.TryGetValue(Key, out var known))
        {
            return (ReadOnlyMemory<byte>)known!;
        }

        if (
            !Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !mediaTypes.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new RefusalException(
                RequestErrors.UnsupportedMediaType.With("expected", string.Join(", ", mediaTypes))
            );
        }

        var bytes = await ReadAsync(http, LimitOf(http));
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        http.Items[Key] = bytes;
        return bytes.Length == 0 ? throw new RefusalException(RequestErrors.EmptyBody)
            : HasEndlessList(bytes.Span)
                ? throw new RefusalException(RequestErrors.TooManyValues.With("most", MostValues))
            : bytes;
    }

    /// <summary>Bounded before anything is bound; of a body that is announced larger, nothing is read.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, long limit)
    {
        if (http.Request.ContentLength > limit)
        {
            throw new RefusalException(RequestErrors.TooLarge);
        }

        using var buffer = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 1024, 64 * 1024));
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (await http.Request.Body.ReadAsync(piece, http.RequestAborted) is > 0 and var read)
            {
                if (buffer.Length + read > limit)
                {
                    throw new RefusalException(RequestErrors.TooLarge);
                }

                buffer.Write(piece, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece, clearArray: true);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>Who has not signed in needs little.</summary>
    private static long LimitOf(HttpContext http)
    {
        var limit = http.RequestServices.GetRequiredService<BodyLimits>().BodyBytes;
        return http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null ? limit : Math.Min(limit, OpenBytes);
    }

    /// <summary>A list longer than any that is taken: each of its values would be checked and could be an error.</summary>
    private static bool HasEndlessList(ReadOnlySpan<byte> body)
    {
        Span<int> counts = stackalloc int[Http.Json.Options.MaxDepth + 1];
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Http.Json.Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                    case JsonTokenType.EndArray:
                    case JsonTokenType.EndObject:
                        break;
                    default:
                        // Of an object no more than its known members is taken; what stands in it, is counted with it.
                        if (reader.CurrentDepth > 0 && ++counts[reader.CurrentDepth] > MostValues)
                        {
                            return true;
                        }

                        if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                        {
                            counts[reader.CurrentDepth + 1] = 0;
                        }

                        break;
                }
            }
        }
        catch (JsonException)
        {
            // Whoever binds the body says what is wrong with it.
        }

        return false;
    }

    /// <summary>A body that is too large for the memory is remembered by its hash.</summary>
    public static void Remember(HttpContext http, ReadOnlyMemory<byte> hash) => http.Items[Key] = hash;

    /// <summary>The body as the idempotency filter hashes it: after binding it is in memory.</summary>
    public static ReadOnlyMemory<byte> Remembered(HttpContext http) =>
        http.Items.TryGetValue(Key, out var known) ? (ReadOnlyMemory<byte>)known! : default;

    public static T Parse<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes.Span, Http.Json.Options)
                ?? throw new RefusalException(RequestErrors.NotAnObject);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RefusalException(JsonDiagnosis.Explain(bytes, typeof(T)));
        }
    }
}
