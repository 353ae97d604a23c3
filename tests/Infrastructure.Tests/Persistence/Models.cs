using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>The model on each database, without a server.</summary>
internal static class Models
{
    public static TheoryData<DatabaseProvider> Providers { get; } = [.. Enum.GetValues<DatabaseProvider>()];

    public static MethodCenterDbContext Open(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new Migrations.Sqlite.DesignTime().CreateDbContext([]),
            DatabaseProvider.PostgreSql => new Migrations.PostgreSql.DesignTime().CreateDbContext([]),
            _ => new Migrations.SqlServer.DesignTime().CreateDbContext([]),
        };

    /// <summary>The model with what only migrations need, such as the names of constraints.</summary>
    public static IModel DesignModel(this MethodCenterDbContext database) =>
        database.GetService<IDesignTimeModel>().Model;

    /// <summary>Properties of the type and of its complex members.</summary>
    public static IEnumerable<IProperty> AllProperties(this ITypeBase type) =>
        type.GetProperties()
            .Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.AllProperties()));
}
