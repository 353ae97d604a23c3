using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Infrastructure.Idempotency;

namespace MethodCenter.Api.Http;

/// <summary>
/// Answers a repeated POST with the stored answer of the first, when both carry the same <c>Idempotency-Key</c>.
/// </summary>
/// <remarks>
/// The key is noted before the request runs; the answer is stored in the transaction of the change, so either both are
/// there or neither. Same key and other
/// request: 422. Still running: 409. Answers are kept for 48 hours. A stored answer is given only to who may still
/// see the objects that its address names; one that names none, only to who reaches the same organisations as then.
/// </remarks>
internal sealed class IdempotencyFilter : IEndpointFilter
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int RequestBytes = IdempotencyRecord.HashLength / 2;
    public const int KeyMaxLength = IdempotencyRecord.KeyMaxLength;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var header = http.Request.Headers[Header];
        if (header.Count == 0)
        {
            return await next(context);
        }

        if (header is not [{ Length: > 0 and <= KeyMaxLength } key] || !key.All(symbol => symbol is > ' ' and < '\x7f'))
        {
            await Problems.WriteAsync(http, RequestErrors.BadIdempotencyKey);
            return Results.Empty;
        }

        await HandleAsync(context, next, key);
        return Results.Empty;
    }

    private static async Task HandleAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        string key
    )
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var caller = services.GetRequiredService<Caller>();
        var store = services.GetRequiredService<IIdempotencyStore>();
        var account = caller.Account!.Id;
        var hash = Hash(http, caller);
        var known = await store.BeginAsync(account, key, hash, http.RequestAborted);
        if (known.Ticket is not { } ticket)
        {
            await (
                known.Answer is { } answer
                    ? ReplayAsync(http, store, known.RequestHash, answer, hash)
                    : Problems.WriteAsync(http, RequestErrors.StillRunning)
            );
            return;
        }

        var kept = false;
        try
        {
            await using var renewing = store.Renew(ticket);
            await using var transaction = await services
                .GetRequiredService<IUnitOfWork>()
                .BeginAsync(http.RequestAborted);
            var (status, body) = await RunAsync(context, next);
            if (status is >= 200 and < 300)
            {
                if (!await store.TryStoreAsync(ticket, ToStore(http, status, body), http.RequestAborted))
                {
                    http.Response.Clear();
                    await Problems.WriteAsync(http, RequestErrors.StillRunning);
                    return;
                }

                await transaction.CommitAsync(http.RequestAborted);
                kept = true;
            }

            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
        }
        finally
        {
            if (!kept)
            {
                await store.ReleaseAsync(ticket);
            }
        }
    }

    private static StoredAnswer ToStore(HttpContext http, int status, byte[] body)
    {
        var kept = http.GetEndpoint()?.Metadata.GetMetadata<SecretAnswer>() is { } secret ? secret.Strike(body) : body;
        return new StoredAnswer(status, http.Response.Headers.Location, http.Response.Headers.ETag, kept);
    }

    /// <summary>Runs the endpoint with its answer held back: nothing leaves before the commit.</summary>
    private static async Task<(int Status, byte[] Body)> RunAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        var http = context.HttpContext;
        var features = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseBodyFeature>()!;
        using var held = new MemoryStream();
        http.Response.Body = held;
        try
        {
            if (await next(context) is IResult result)
            {
                await result.ExecuteAsync(http);
            }
        }
        finally
        {
            http.Features.Set(features);
        }

        return (http.Response.StatusCode, held.ToArray());
    }

    private static async Task ReplayAsync(
        HttpContext http,
        IIdempotencyStore store,
        byte[] storedHash,
        StoredAnswer answer,
        byte[] hash
    )
    {
        if (!storedHash.AsSpan(0, RequestBytes).SequenceEqual(hash.AsSpan(0, RequestBytes)))
        {
            await Problems.WriteAsync(http, RequestErrors.OtherBody);
            return;
        }

        var address = answer.Location ?? http.Request.Path.Value ?? "";
        var seen =
            await store.IsSeenAsync(address, http.RequestAborted)
            ?? storedHash.AsSpan(RequestBytes).SequenceEqual(hash.AsSpan(RequestBytes));
        if (!seen)
        {
            await Problems.WriteAsync(http, RequestErrors.NoLongerSeen);
            return;
        }

        http.Response.StatusCode = answer.Status;
        http.Response.Headers[ReplayedHeader] = "true";
        http.Response.Headers.Location = answer.Location;
        http.Response.Headers.ETag = answer.ETag;
        if (answer.Body.Length > 0)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.BodyWriter.WriteAsync(answer.Body, http.RequestAborted);
        }
    }

    private static string Reach(DataScope scope) =>
        scope.AllOrganisations ? "all" : string.Join(',', scope.OrganisationIds.Order());

    /// <summary>On another day it is another request.</summary>
    private static string DayOf(Caller caller) => caller.Day is { } day ? $"@{day:O}" : "";

    /// <summary>The first half tells the request, the second the reach of the caller.</summary>
    private static byte[] Hash(HttpContext http, Caller caller)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(
            Encoding.UTF8.GetBytes(
                $"{http.Request.Method}\n{http.Request.Path}\n{http.Request.QueryString}\n{caller.Centre?.Code}{DayOf(caller)}\n{http.Request.Headers.IfMatch}\n"
            )
        );
        hash.AppendData(RequestBody.Remembered(http).Span);
        var reach = SHA256.HashData(Encoding.UTF8.GetBytes(Reach(caller.Scope)));
        return [.. hash.GetHashAndReset()[..RequestBytes], .. reach[..RequestBytes]];
    }
}

/// <summary>
/// Marks an operation whose answer shows a secret once: the stored answer does not hold it, nor does a replay.
/// </summary>
internal sealed record SecretAnswer(string Member)
{
    public byte[] Strike(byte[] body)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse(body)!;
        answer[Member] = null;
        return System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(answer, Json.Options);
    }
}
