using System.Security.Claims;
using MethodCenter.Api.Security;
using MethodCenter.Application.Territory.Accounts;

namespace MethodCenter.Api.Territory.Accounts;

/// <summary>Sign-in.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapArea(
                "auth",
                new Heading(
                    "Sign-in",
                    "Get a token for login and password; programs send a key in the header `X-Api-Key` instead."
                )
            )
            .MapPost("token", SignIn)
            .WithName(nameof(SignIn))
            .AllowAnonymous()
            .Produces<AccessTokenResponse>();

    /// <summary>Sign in with a password</summary>
    /// <remarks>
    /// Returns a bearer token for <c>Authorization: Bearer</c>. Whatever is wrong, the answer is the same: 401.
    /// </remarks>
    private static async Task<IResult> SignIn(
        Body<Credentials> body,
        ISignIn signIn,
        SignInLimiter limiter,
        AccessTokens tokens,
        HttpContext http
    )
    {
        if (!limiter.Allows(http, body.Value.Login))
        {
            http.Response.Headers.RetryAfter = "60";
            return new OkOutcome<AccessTokenResponse>(RequestErrors.TooMany.With("permits", limiter.Permits));
        }

        var signedIn = await signIn.SignInAsync(body.Value.Login, body.Value.Password, http.RequestAborted);
        if (!signedIn.Succeeded(out var account, out var error))
        {
            return new OkOutcome<AccessTokenResponse>(error);
        }

        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, account.Id.ToString()),
                new Claim(IdentityMiddleware.StampClaim, account.PasswordStamp ?? ""),
            ],
            "password"
        );
        var (token, seconds) = tokens.Make(new ClaimsPrincipal(identity));
        return Results.Ok(
            new AccessTokenResponse
            {
                TokenType = "Bearer",
                AccessToken = token,
                ExpiresIn = seconds,
            }
        );
    }
}

/// <summary>Login and password.</summary>
public sealed record Credentials
{
    public required string Login { get; init; }

    public required string Password { get; init; }
}

/// <summary>A token for the header <c>Authorization</c>. When it has expired, sign in again.</summary>
public sealed record AccessTokenResponse
{
    /// <summary>Always <c>Bearer</c>.</summary>
    public required string TokenType { get; init; }

    public required string AccessToken { get; init; }

    /// <summary>Seconds for which it is good.</summary>
    public required long ExpiresIn { get; init; }
}
