using System.Security.Cryptography;
using MethodCenter.Application.Learning.Frdo;
using Microsoft.AspNetCore.DataProtection;

namespace MethodCenter.Infrastructure.Learning.Frdo;

/// <inheritdoc cref="IFrdoFiles"/>
internal sealed class FrdoFiles(MethodCenterDbContext database, IDataProtectionProvider protection) : IFrdoFiles
{
    private readonly IDataProtector _protector = protection.CreateProtector("frdo-files");

    public void Keep(Guid packageId, byte[] content) =>
        database
            .Set<FrdoContent>()
            .Add(new FrdoContent { PackageId = packageId, Content = _protector.Protect(content) });

    public async Task<byte[]?> FindAsync(Guid packageId, CancellationToken cancellationToken)
    {
        var kept = await database
            .Set<FrdoContent>()
            .Where(content => content.PackageId == packageId)
            .Select(content => content.Content)
            .SingleOrDefaultAsync(cancellationToken);
        try
        {
            return kept is null ? null : _protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
