using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure;

/// <summary>What an area has in this layer: implementations of its ports, workers, settings. It is found where it lives.</summary>
internal abstract class Adapters
{
    public abstract void AddServices(IServiceCollection services, IConfiguration configuration);

    public static void AddAll(IServiceCollection services, IConfiguration configuration)
    {
        foreach (
            var type in typeof(Adapters)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Adapters)))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            ((Adapters)Activator.CreateInstance(type, nonPublic: true)!).AddServices(services, configuration);
        }
    }
}
