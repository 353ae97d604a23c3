using System.Globalization;
using System.Threading.RateLimiting;
using MethodCenter.Api.Http;
using MethodCenter.Application.Common.Security;

namespace MethodCenter.Api.Security;

/// <summary>Section <c>RateLimit</c>.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Requests that one client may send in a minute; 0: no limit.</summary>
    public int PermitsPerMinute { get; set; } = 6000;

    /// <summary>Attempts to sign in from one address in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 10;
}

/// <summary>Limits each client, by account or else by address, and says so in the <c>RateLimit</c> headers.</summary>
internal sealed class RateLimitMiddleware : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly RequestDelegate _next;
    private readonly PartitionedRateLimiter<string>? _limiter;
    private readonly string _policy;
    private readonly int _permits;

    public RateLimitMiddleware(RequestDelegate next, RateLimitOptions options)
    {
        (_next, _permits) = (next, options.PermitsPerMinute);
        _policy = string.Create(CultureInfo.InvariantCulture, $"\"client\";q={_permits};w=60");
        if (_permits > 0)
        {
            _limiter = PartitionedRateLimiter.Create<string, string>(client =>
                RateLimitPartition.GetSlidingWindowLimiter(client, _ => Terms(_permits))
            );
        }
    }

    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (_limiter is null)
        {
            await _next(http);
            return;
        }

        var client = caller.Account?.Id.ToString() ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
        using var lease = _limiter.AttemptAcquire(client);
        var left = _limiter.GetStatistics(client)?.CurrentAvailablePermits ?? 0;
        http.Response.Headers["RateLimit-Policy"] = _policy;
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"client\";r={left};t=60");
        if (lease.IsAcquired)
        {
            await _next(http);
            return;
        }

        http.Response.Headers.RetryAfter = "10";
        await Problems.WriteAsync(http, RequestErrors.TooMany.With("permits", _permits));
    }

    public void Dispose() => _limiter?.Dispose();

    internal static SlidingWindowRateLimiterOptions Terms(int permits) =>
        new()
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
            AutoReplenishment = true,
        };
}

/// <summary>Slows down the guessing of passwords: by address and by login.</summary>
internal sealed class SignInLimiter(RateLimitOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => RateLimitMiddleware.Terms(options.SignInsPerMinute))
    );

    public bool Allows(HttpContext http, string login)
    {
        using var byAddress = _limiter.AttemptAcquire($"address/{http.Connection.RemoteIpAddress}");
        using var byLogin = _limiter.AttemptAcquire($"login/{login.ToLowerInvariant()}");
        return byAddress.IsAcquired && byLogin.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
