using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>The compiled model, which the service runs on, says what the built one says.</summary>
public sealed class CompiledModelTests
{
    private const string Remedy = "run eng/add-migration";

    private static readonly string[] OfComplexMembers =
    [
        "Annotations:",
        "Relational:FunctionName:",
        "Relational:Schema:",
        "Relational:SqlQuery:",
        "Relational:TableName:",
        "Relational:ViewName:",
        "Relational:ViewSchema:",
    ];

    public static TheoryData<DatabaseProvider> Providers => Models.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public void Entities_members_keys_and_indexes_are_those_of_the_built_model(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        var compiled = Compiled(database, provider);

        Described(compiled).ShouldBe(Described(database.Model), Remedy);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Tables_columns_types_and_converters_are_those_of_the_built_model(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        var compiled = Compiled(database, provider);

        Columns(compiled).ShouldBe(Columns(database.Model), Remedy);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_filter_stands_at_its_entity(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        var filters = Filters(CompiledModels.Of(provider));

        filters.ShouldBe(Filters(database.Model));
        filters.Count.ShouldBeGreaterThan(50);
    }

    /// <summary>As a context that runs on it sees it: the types of columns are found when it is first used.</summary>
    private static IModel Compiled(MethodCenterDbContext database, DatabaseProvider provider) =>
        database
            .GetService<IModelRuntimeInitializer>()
            .Initialize(CompiledModels.Of(provider), designTime: false, validationLogger: null);

    /// <summary>
    /// Without what the generator writes down of complex members, which have no table of their own; tables are compared by
    /// <see cref="Columns"/>.
    /// </summary>
    private static List<string> Described(IModel model) =>
        [
            .. model
                .ToDebugString(MetadataDebugStringOptions.LongDefault)
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => !OfComplexMembers.Any(line.Trim().StartsWith)),
        ];

    private static List<string> Columns(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(type =>
                    type.AllProperties()
                        .Select(member =>
                        {
                            var mapping = member.GetRelationalTypeMapping();
                            return $"{type.Name}.{member.DeclaringType.Name}.{member.Name} {type.GetTableName()}.{member.GetColumnName()} "
                                + $"{mapping.StoreType} {mapping.Converter?.ModelClrType} {mapping.Converter?.ProviderClrType} "
                                + $"{member.GetMaxLength()} {member.IsUnicode()} {member.GetPrecision()} {mapping.Comparer.GetType().Name} "
                                + $"{member.IsConcurrencyToken} {member.ValueGenerated}";
                        })
                )
                .Order(StringComparer.Ordinal),
        ];

    private static List<string> Filters(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(type =>
                    type.GetDeclaredQueryFilters().Select(filter => $"{type.Name} {filter.Key}: {filter.Expression}")
                )
                .Order(StringComparer.Ordinal),
        ];
}
