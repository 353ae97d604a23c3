namespace MethodCenter.Application.Territory.Accounts;

/// <summary>A new password.</summary>
public sealed record PasswordBody
{
    /// <summary>12–200 characters of any kind.</summary>
    public required string Password { get; init; }
}
