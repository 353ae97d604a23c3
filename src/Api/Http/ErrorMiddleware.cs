using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Persistence;
using MethodCenter.Infrastructure.Persistence.Providers;

namespace MethodCenter.Api.Http;

/// <summary>Turns whatever escapes into a problem, and empty error answers of the framework too.</summary>
internal sealed class ErrorMiddleware(RequestDelegate next, OutageLog outages, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
            {
                await Problems.WriteAsync(http, OfStatus(http));
            }
        }
        catch (Exception exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has left. A command that was called off with it may answer with an exception of its driver.
            if (exception is not OperationCanceledException && !Outage.IsOfDriver(exception))
            {
                Tell(http, exception);
            }

            if (!http.Response.HasStarted)
            {
                http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var error = exception switch
            {
                RefusalException refusal => refusal.Error,
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestErrors.TooLarge,
                BadHttpRequestException => RequestErrors.NotReadable,
                _ => OfFailure(exception),
            };
            if (error is { Kind: ErrorKind.Malformed } && RequestErrors.StatusOf(error) >= 500)
            {
                Tell(http, exception);
            }

            Forget(http.Response);
            if (
                ReferenceEquals(error, RequestErrors.Unavailable)
                || ReferenceEquals(error, RequestErrors.StorageStandby)
            )
            {
                http.Response.Headers.RetryAfter = "5";
            }

            await Problems.WriteAsync(http, error);
        }
    }

    private static Domain.Common.Error OfFailure(Exception exception) =>
        Outage.FaultOf(exception) switch
        {
            DatabaseFault.Full => RequestErrors.StorageFull,
            DatabaseFault.ReadOnly => RequestErrors.StorageReadOnly,
            DatabaseFault.Standby => RequestErrors.StorageStandby,
            DatabaseFault.Damaged => RequestErrors.StorageDamaged,
            _ => Outage.Is(exception) ? RequestErrors.Unavailable : RequestErrors.Unexpected,
        };

    private void Tell(HttpContext http, Exception exception) =>
        outages.Tell(logger, exception, $"{http.GetEndpoint()?.DisplayName} failed");

    /// <summary>What described the answer that will not be; language and rate limit hold for a refusal too.</summary>
    private static void Forget(HttpResponse response)
    {
        response.Headers.ETag = default;
        response.Headers.Location = default;
        response.Headers.ContentLength = null;
        response.Headers.ContentType = default;
        response.Headers.ContentDisposition = default;
    }

    private static Domain.Common.Error OfStatus(HttpContext http) =>
        http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => MalformedIds.In(http) is { } id
                ? RequestErrors.MalformedId(id)
                : RequestErrors.NoSuchAddress,
            StatusCodes.Status405MethodNotAllowed => RequestErrors.MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => RequestErrors.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => RequestErrors.UnsupportedMediaType.With(
                "expected",
                http.Request.Path.StartsWithSegments($"{Routes.Base}/imports", StringComparison.OrdinalIgnoreCase)
                    ? Upload.Expected
                    : RequestBody.Json
            ),
            StatusCodes.Status401Unauthorized => Application.Common.Security.SecurityErrors.NotSignedIn,
            >= 500 => RequestErrors.Unexpected,
            _ => RequestErrors.NotReadable,
        };
}
