using System.Globalization;
using System.Reflection;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace MethodCenter.Api.Office.Changes;

/// <summary>
/// Answers with a page of changes, at once or when there is one; or with a stream, where the client accepts one.
/// </summary>
internal sealed class ChangesOutcome(ListChanges request, ChangeReaders readers, Caller caller)
    : IResult,
        IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK,
                typeof(ChangePage),
                [RequestBody.Json, ChangeStream.MediaType]
            )
        );
        builder.Metadata.Add(new RefusesMetadata(StatusCodes.Status410Gone, StatusCodes.Status422UnprocessableEntity));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var streams = AcceptsStream(httpContext.Request);
        if (!streams && request.Wait is null)
        {
            await WriteAsync(httpContext, await readers.ReadAsync(caller, request, httpContext.RequestAborted));
            return;
        }

        using var place = readers.TryEnter(caller.Account!.Id);
        if (place is null)
        {
            httpContext.Response.Headers.RetryAfter = "5";
            await Problems.WriteAsync(httpContext, RequestErrors.TooManyReaders.With("most", readers.MostOfAccount));
        }
        else if (streams)
        {
            await StreamAsync(httpContext);
        }
        else
        {
            await WriteAsync(httpContext, await WaitAsync(httpContext.RequestAborted));
        }
    }

    private static Task WriteAsync(HttpContext http, Result<ChangePage> result) =>
        new OkOutcome<ChangePage>(result).ExecuteAsync(http);

    private static bool AcceptsStream(HttpRequest http) =>
        MediaTypeHeaderValue.TryParseList(http.Headers.Accept, out var accepted)
        && accepted.Any(one => one.MediaType.Equals(ChangeStream.MediaType, StringComparison.OrdinalIgnoreCase));

    private async Task<Result<ChangePage>> WaitAsync(CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, readers.Stopping);
        var end = readers.Time.GetUtcNow() + TimeSpan.FromSeconds(request.Wait!.Value);
        var found = await readers.ReadAsync(caller, request, aborted);
        while (found.Succeeded(out var page, out _) && page is { Items.Count: 0, More: false })
        {
            var left = end - readers.Time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            try
            {
                var (news, position) = await readers.WaitAsync(caller, page.Position, left, either.Token);
                found = news
                    ? await readers.ReadOnAsync(caller, request with { After = page.Position }, aborted)
                    : page with
                    {
                        Position = position,
                    };
            }
            catch (Exception) when (readers.Stopping.IsCancellationRequested && !aborted.IsCancellationRequested)
            {
                // The service ends: the reader learns how far he is, and asks another instance.
                break;
            }
        }

        return found;
    }

    private async Task StreamAsync(HttpContext http)
    {
        // A browser that comes again repeats the address it was given and names the last event it has got.
        var from = request;
        if (http.Request.Headers[ChangeStream.LastEventId] is { Count: > 0 } last)
        {
            if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                await Problems.WriteAsync(http, RequestErrors.BadLastEventId);
                return;
            }

            from = request with { After = position };
        }

        var found = await readers.ReadAsync(caller, from, http.RequestAborted);
        if (found.Succeeded(out var page, out var error))
        {
            await new ChangeStream(http, readers, caller, from).RunAsync(page);
        }
        else
        {
            await Problems.WriteAsync(http, error);
        }
    }
}
