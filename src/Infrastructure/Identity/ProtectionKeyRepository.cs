using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Identity;

/// <summary>Keeps the key ring in the database, so that a token of one instance is good for all.</summary>
internal sealed class ProtectionKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        return [.. database.ProtectionKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(key.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<MethodCenterDbContext>();
        database.ProtectionKeys.Add(
            new ProtectionKey
            {
                Id = EntityId.New(),
                Name = friendlyName,
                Xml = element.ToString(SaveOptions.DisableFormatting),
            }
        );
#pragma warning disable RS0030 // the framework's contract of a key repository knows no asynchronous form
        database.SaveChanges();
#pragma warning restore RS0030
    }
}
