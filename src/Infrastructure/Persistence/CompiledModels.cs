using System.Reflection;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The model as <c>eng/add-migration</c> has written it in C#: a start loads it instead of building it (ADR 19).</summary>
/// <remarks>
/// Such code cannot hold query filters, so the generator leaves them out and they are added here. Both are kept true by a
/// test that compares this model with the built one, filter by filter.
/// </remarks>
internal static class CompiledModels
{
    public static IModel Of(DatabaseProvider provider)
    {
        var assembly = Assembly.Load(ProviderRegistration.Migrations(provider));
        var model = assembly.GetType(
            $"{assembly.GetName().Name}.{provider}MethodCenterContextModel",
            throwOnError: true
        )!;
        return (IModel)model.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    /// <summary>Called by the generated model while it is put together.</summary>
    public static void AddFilters(RuntimeModel model)
    {
        var types = ((IModel)model).GetEntityTypes().ToDictionary(type => type.ClrType);
        foreach (var filters in RowFilters.Of(types.Keys).GroupBy(filter => filter.Entity))
        {
#pragma warning disable EF1001 // The only way to give a compiled model its filters until EF writes them (efcore#24897).
            ((RuntimeEntityType)types[filters.Key]).SetAnnotation(
                CoreAnnotationNames.QueryFilter,
                new QueryFilterCollection(
                    filters.Select(filter => (IQueryFilter)new RuntimeQueryFilter(filter.Name, filter.Condition))
                )
            );
#pragma warning restore EF1001
        }
    }
}
