using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Territory.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>
/// PBKDF2 of the framework (HMAC-SHA512, 210,000 rounds by OWASP), salted, with the parameters in the hash.
/// </summary>
internal sealed class Passwords : IPasswords
{
    private readonly PasswordHasher<Account> _hasher = new(
        Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })
    );

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public PasswordVerificationResult Verify(string hash, string password) =>
        _hasher.VerifyHashedPassword(null!, hash, password);
}

/// <summary><c>mck_</c> and 43 characters of base64url: 256 bits from the system's generator.</summary>
internal sealed class ApiKeys : IApiKeys
{
    private const int VisibleLength = 10;
    public const int LeastLength = 32;

    public NewApiKey Make() => Of(Format(RandomNumberGenerator.GetBytes(32)));

    /// <summary>256 bits in the form of a key.</summary>
    public static string Format(byte[] bits) =>
        "mck_" + Convert.ToBase64String(bits).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public static NewApiKey Of(string secret) => new(secret, secret[..VisibleLength], HashOf(secret));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>A few bytes by which a token tells whether the password is still the one that brought it.</summary>
internal static class PasswordStamps
{
    public static string? Of(string? passwordHash) =>
        passwordHash is null
            ? null
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(passwordHash)).AsSpan(0, 8));
}

internal sealed partial class SignIn(
    MethodCenterDbContext database,
    Passwords passwords,
    ISecurityLog security,
    ILogger<SignIn> logger
) : ISignIn
{
    // Checked when the login is unknown, so that the time of the answer does not tell which logins exist.
    private static readonly string Decoy = new Passwords().Hash(RandomNumberGenerator.GetHexString(32));

    public async Task<Result<CallerAccount>> SignInAsync(
        string login,
        string password,
        CancellationToken cancellationToken
    )
    {
        // No account has such a name or password; the answer does not tell what was wrong, and nothing so long is
        // hashed or logged.
        if (login.Length > Account.LoginMaxLength || password.Length > Account.PasswordMaxLength)
        {
            (login, password) = ("", "");
        }

        var name = login.ToLowerInvariant();
        var account = await database
            .Accounts.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(account => account.Grants)
            .SingleOrDefaultAsync(account => account.Login == name, cancellationToken);
        var verified = passwords.Verify(account?.PasswordHash ?? Decoy, password);
        if (
            verified == PasswordVerificationResult.Failed
            || account?.PasswordHash is null
            || IdentityCache.ToCaller(account) is not { } caller
        )
        {
            Refused(logger, account?.Id);
            Note(SecurityEventKind.Refused, account, AccountErrors.WrongCredentials.Code);
            return AccountErrors.WrongCredentials;
        }

        Note(SecurityEventKind.SignedIn, account, null);
        return caller;
    }

    private void Note(SecurityEventKind kind, Account? account, string? reason) =>
        security.Note(new SecurityEvent(kind, nameof(SignIn), account?.CentreId ?? Guid.Empty, account?.Id, reason));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused (account {Account})")]
    private static partial void Refused(ILogger logger, Guid? account);
}
