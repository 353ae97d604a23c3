using AutoMapper;
using AutoMapper.Internal;
using MethodCenter.Application;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Infrastructure.Tests.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>Every projection that an area declares, as SQL of each database.</summary>
public sealed class ProjectionTests
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddApplication()
        .BuildServiceProvider();

    public static TheoryData<DatabaseProvider, string> Maps
    {
        get
        {
            var data = new TheoryData<DatabaseProvider, string>();
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                using var database = Models.Open(provider);
                foreach (var map in AllMaps().Where(map => database.Model.FindEntityType(map.SourceType) is not null))
                {
                    data.Add(provider, $"{map.SourceType.Name} → {map.DestinationType.Name}");
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_member_of_a_read_model_is_mapped_or_ignored_on_purpose() =>
        Services.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();

    [Fact]
    public void Maps_go_only_from_entities_and_their_parts_to_read_models() =>
        AllMaps()
            .Where(map =>
                map.DestinationType.Namespace?.StartsWith("MethodCenter.Domain", StringComparison.Ordinal) == true
            )
            .Select(map => map.DestinationType.Name)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_projection_becomes_SQL(DatabaseProvider provider, string name)
    {
        var map = AllMaps().Single(map => $"{map.SourceType.Name} → {map.DestinationType.Name}" == name);
        using var database = Models.Open(provider);
        database.Caller.Scope.Open(Guid.NewGuid(), [Guid.NewGuid(), Guid.NewGuid()]);

        var sql = (string)
            typeof(ProjectionTests)
                .GetMethod(
                    nameof(ToSql),
                    System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic
                )!
                .MakeGenericMethod(map.SourceType, map.DestinationType)
                .Invoke(null, [database])!;

        sql.ShouldContain("SELECT");
        if (provider == DatabaseProvider.SqlServer)
        {
            TSql.ShouldParse(sql);
        }
    }

    private static string ToSql<TEntity, TModel>(DbContext database)
        where TEntity : class =>
        database
            .Set<TEntity>()
            .Select(Services.GetRequiredService<IProjections>().Of<TEntity, TModel>())
            .ToQueryString();

    private static IEnumerable<TypeMap> AllMaps() =>
        Services.GetRequiredService<IConfigurationProvider>().Internal().GetAllTypeMaps();
}
