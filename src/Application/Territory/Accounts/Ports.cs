namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Salted, slow hashes of passwords.</summary>
public interface IPasswords
{
    string Hash(string password);
}

/// <summary>Makes API keys: 256 random bits with a prefix by which people tell them apart.</summary>
public interface IApiKeys
{
    NewApiKey Make();
}

/// <summary>A key as its owner gets it, once.</summary>
/// <param name="Secret">The whole key; only its hash is stored.</param>
public sealed record NewApiKey(string Secret, string Prefix, byte[] Hash);

/// <summary>Checks a login and a password; one answer for whatever is wrong.</summary>
public interface ISignIn
{
    Task<Result<CallerAccount>> SignInAsync(string login, string password, CancellationToken cancellationToken);
}
