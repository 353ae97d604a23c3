using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Api.Security;

/// <summary>Section <c>RateLimit</c>.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Requests that one client may send in a minute; 0: no limit.</summary>
    public int PermitsPerMinute { get; set; } = 6000;

    /// <summary>Attempts to sign in from one address in a minute; for one login, from all addresses, five times as many.</summary>
    public int SignInsPerMinute { get; set; } = 10;

    /// <summary>Keys never seen before that one address may try in a minute: each costs a query.</summary>
    public int KeyGuessesPerMinute { get; set; } = 120;

    /// <summary>Documents that one address may have verified in a minute.</summary>
    public int VerificationsPerMinute { get; set; } = 30;
}

/// <summary>Limits each client, by account or else by address, and says so in the <c>RateLimit</c> headers.</summary>
internal sealed class RateLimitMiddleware : IDisposable
{
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
            _limiter = Limiters.By(_permits);
        }
    }

    public async Task InvokeAsync(HttpContext http, Caller caller)
    {
        if (_limiter is null)
        {
            await _next(http);
            return;
        }

        var client = caller.Account?.Id.ToString() ?? Addresses.Of(http);
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
}

/// <summary>Slows down the guessing of passwords: by address, and by login for guesses from many addresses.</summary>
/// <remarks>
/// The login has the wider limit, so that one address cannot shut someone out by guessing at his password. Nor can several:
/// the first attempt of each address in a minute is let through whatever others do, up to a limit that only very many
/// addresses together reach.
/// </remarks>
internal sealed class SignInLimiter(RateLimitOptions options) : IDisposable
{
    private const int LoginFactor = 5;
    private const int FirstsFactor = 100;
    private readonly PartitionedRateLimiter<string> _firsts = Limiters.By(1);
    private readonly PartitionedRateLimiter<string> _allFirsts = Limiters.By(options.SignInsPerMinute * FirstsFactor);
    private readonly PartitionedRateLimiter<string> _byAddress = Limiters.By(options.SignInsPerMinute);
    private readonly PartitionedRateLimiter<string> _byLogin = Limiters.By(options.SignInsPerMinute * LoginFactor);

    public int Permits => options.SignInsPerMinute;

    /// <summary>A refused address takes nothing from the login.</summary>
    public bool Allows(HttpContext http, string login)
    {
        var address = Addresses.Of(http);
        using var byAddress = _byAddress.AttemptAcquire(address);
        if (!byAddress.IsAcquired)
        {
            return false;
        }

        var name = login.Length <= Account.LoginMaxLength ? login.ToLowerInvariant() : "";
        using var byLogin = _byLogin.AttemptAcquire(name);
        if (byLogin.IsAcquired)
        {
            return true;
        }

        using var first = _firsts.AttemptAcquire($"{address} {name}");
        using var all = first.IsAcquired ? _allFirsts.AttemptAcquire(name) : first;
        return all.IsAcquired;
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _byLogin.Dispose();
        _firsts.Dispose();
        _allFirsts.Dispose();
    }
}

/// <summary>Bounds the queries that guessed keys cost. Keys that this instance has let in are not counted.</summary>
internal sealed class KeyGuessLimiter(RateLimitOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = Limiters.By(options.KeyGuessesPerMinute);

    public int Permits => options.KeyGuessesPerMinute;

    public bool Allows(HttpContext http)
    {
        using var lease = _byAddress.AttemptAcquire(Addresses.Of(http));
        return lease.IsAcquired;
    }

    public void Dispose() => _byAddress.Dispose();
}

/// <summary>Slows down the guessing of codes of documents.</summary>
internal sealed class VerificationLimiter(RateLimitOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = Limiters.By(options.VerificationsPerMinute);

    public int Permits => options.VerificationsPerMinute;

    public bool Allows(HttpContext http)
    {
        using var lease = _byAddress.AttemptAcquire(Addresses.Of(http));
        return lease.IsAcquired;
    }

    public void Dispose() => _byAddress.Dispose();
}

internal static class Limiters
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>So many permits in any minute, for each partition of its own.</summary>
    public static PartitionedRateLimiter<string> By(int permits) =>
        PartitionedRateLimiter.Create<string, string>(who =>
            RateLimitPartition.GetSlidingWindowLimiter(
                who,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = permits,
                    Window = Window,
                    SegmentsPerWindow = 6,
                    QueueLimit = 0,
                    AutoReplenishment = true,
                }
            )
        );
}

internal static class Addresses
{
    /// <summary>The client's network address; of IPv6 the /64, which is one subscriber's.</summary>
    public static string Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
