using System.Security.Cryptography;
using System.Text;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Organizations.Accounts;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Organizations.Accounts;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>PBKDF2 of the framework (HMAC-SHA512, 210,000 rounds by OWASP), salted, with the parameters in the hash.</summary>
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

    public NewApiKey Make()
    {
        var secret =
            "mck_"
            + Convert
                .ToBase64String(RandomNumberGenerator.GetBytes(32))
                .TrimEnd('=')
                .Replace('+', '-')
                .Replace('/', '_');
        return Of(secret);
    }

    public static NewApiKey Of(string secret) => new(secret, secret[..VisibleLength], HashOf(secret));

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

internal sealed partial class SignIn(MethodCenterDbContext database, Passwords passwords, ILogger<SignIn> logger)
    : ISignIn
{
    // Checked when the login is unknown, so that the time of the answer does not tell which logins exist.
    private static readonly string Decoy = new Passwords().Hash(Guid.NewGuid().ToString());

    public async Task<Result<CallerAccount>> SignInAsync(
        string login,
        string password,
        CancellationToken cancellationToken
    )
    {
        var name = login.ToLowerInvariant();
        var account = await database
            .Accounts.IgnoreQueryFilters()
            .AsNoTracking()
            .Include(account => account.Grants)
            .SingleOrDefaultAsync(account => account.Login == name, cancellationToken);
        var verified = passwords.Verify(account?.PasswordHash ?? Decoy, password);
        if (account?.PasswordHash is null || account.IsBlocked || verified == PasswordVerificationResult.Failed)
        {
            Refused(logger, account?.Id);
            return AccountErrors.WrongCredentials;
        }

        return new CallerAccount(
            account.Id,
            account.CentreId == Guid.Empty ? null : account.CentreId,
            account.EmployeeId,
            [.. account.Grants.Select(grant => new CallerGrant(grant.Role, grant.OrganisationId))]
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused (account {Account})")]
    private static partial void Refused(ILogger logger, Guid? account);
}
