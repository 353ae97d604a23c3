namespace MethodCenter.Api.Http;

/// <summary>Turns whatever escapes into a problem, and empty error answers of the framework too.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
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
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var error = exception switch
            {
                RefusalException refusal => refusal.Error,
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RequestErrors.TooLarge,
                BadHttpRequestException => RequestErrors.NotReadable,
                _ when Transient.Is(exception) => RequestErrors.Unavailable,
                _ => RequestErrors.Unexpected,
            };
            if (ReferenceEquals(error, RequestErrors.Unexpected) || ReferenceEquals(error, RequestErrors.Unavailable))
            {
                Failed(logger, exception, http.GetEndpoint()?.DisplayName);
            }

            Forget(http.Response);
            if (ReferenceEquals(error, RequestErrors.Unavailable))
            {
                http.Response.Headers.RetryAfter = "5";
            }

            await Problems.WriteAsync(http, error);
        }
    }

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
            StatusCodes.Status404NotFound => RequestErrors.NoSuchAddress,
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed")]
    private static partial void Failed(ILogger logger, Exception exception, string? endpoint);
}

/// <summary>Failures that pass: the database is away or busy.</summary>
internal static class Transient
{
    public static bool Is(Exception exception) =>
        exception.GetBaseException() is TimeoutException or System.Net.Sockets.SocketException
        || exception is System.Data.Common.DbException { IsTransient: true }
        || exception.InnerException is System.Data.Common.DbException { IsTransient: true };
}
