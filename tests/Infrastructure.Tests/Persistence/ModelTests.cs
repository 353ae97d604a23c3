using System.Reflection;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>What holds for every table on every database.</summary>
public sealed class ModelTests
{
    // PostgreSQL cuts longer names silently; so do not have them.
    private const int LongestName = 63;

    // Whole documents of the service's own, bounded where they are written.
    private static readonly string[] Unbounded =
    [
        "protection_keys.xml",
        "course_feedback.tallies",
        "feedback_questionnaires.questions",
    ];

    public static TheoryData<DatabaseProvider> Providers => Models.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_string_has_a_length(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        Properties(database)
            .Where(property => StoredType(property) == typeof(string) && property.GetMaxLength() is null)
            .Select(Name)
            .Except(Unbounded)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Enums_are_text(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);
        var enums = Properties(database)
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum)
            .ToList();

        enums.ShouldNotBeEmpty();
        foreach (var property in enums)
        {
            StoredType(property).ShouldBe(typeof(string), Name(property));
            var longest = Enum.GetNames(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
                .Max(name => name.Length);
            longest.ShouldBeLessThanOrEqualTo(property.GetMaxLength() ?? 0, Name(property));
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "BLOB")]
    [InlineData(DatabaseProvider.PostgreSql, "uuid")]
    [InlineData(DatabaseProvider.SqlServer, "binary(16)")]
    public void Ids_take_16_bytes(DatabaseProvider provider, string columnType)
    {
        using var database = Models.Open(provider);
        var ids = Properties(database)
            .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(Guid))
            .ToList();

        ids.ShouldNotBeEmpty();
        ids.Where(property => property.GetColumnType() != columnType).Select(Name).ShouldBeEmpty();
        if (provider == DatabaseProvider.Sqlite)
        {
            var id = EntityId.New();
            ids.ShouldAllBe(property => ((byte[])property.GetValueConverter()!.ConvertToProvider(id)!).Length == 16);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Names_follow_the_convention(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);
        var wrong = new List<string>();
        foreach (var type in database.DesignModel().GetEntityTypes())
        {
            var table = type.GetTableName()!;
            Check(table, table);
            wrong.AddRange(
                type.AllProperties().Select(property => property.GetColumnName()).Where(name => !IsSnake(name))
            );
            foreach (var key in type.GetKeys())
            {
                Check(key.GetName()!, $"pk_{table}");
            }

            foreach (var index in type.GetIndexes())
            {
                Check(index.GetDatabaseName()!, index.IsUnique ? $"ux_{table}_" : $"ix_{table}_");
            }

            foreach (var foreignKey in type.GetForeignKeys())
            {
                Check(foreignKey.GetConstraintName()!, $"fk_{table}_");
            }
        }

        wrong.ShouldBeEmpty();

        void Check(string name, string begin)
        {
            if (!name.StartsWith(begin, StringComparison.Ordinal) || !IsSnake(name) || name.Length > LongestName)
            {
                wrong.Add(name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Names_of_indexes_and_constraints_do_not_collide(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);
        var model = database.DesignModel();

        // Index names are one namespace for the whole database on SQLite and PostgreSQL.
        model
            .GetEntityTypes()
            .SelectMany(type => type.GetIndexes())
            .Select(index => index.GetDatabaseName()!)
            .Concat(model.GetEntityTypes().SelectMany(type => type.GetKeys()).Select(key => key.GetName()!))
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Deletes_are_restricted_but_for_parts_of_an_aggregate(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        foreach (var key in database.DesignModel().GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            var expected = typeof(IPart).IsAssignableFrom(key.DeclaringEntityType.ClrType)
                ? DeleteBehavior.Cascade
                : DeleteBehavior.Restrict;
            key.DeleteBehavior.ShouldBe(expected, key.GetConstraintName());
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_version_of_every_aggregate_is_its_concurrency_token(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);
        var roots = database
            .DesignModel()
            .GetEntityTypes()
            .Where(type => typeof(AggregateRoot).IsAssignableFrom(type.ClrType))
            .ToList();

        roots.ShouldNotBeEmpty();
        roots.ShouldAllBe(type => type.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_row_of_a_centre_is_filtered_by_the_centre(DatabaseProvider provider)
    {
        using var database = Models.Open(provider);

        database
            .Model.GetEntityTypes()
            .Where(type => typeof(Entity).IsAssignableFrom(type.ClrType) && type.GetDeclaredQueryFilters().Count == 0)
            .Select(type => type.ClrType.Name)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_unique_index_has_a_domain_error_or_is_never_violated()
    {
        using var database = Models.Open(DatabaseProvider.Sqlite);
        var unique = database
            .Model.GetEntityTypes()
            .SelectMany(type => type.GetIndexes())
            .Where(index => index.IsUnique)
            .Select(index => index.GetDatabaseName()!)
            .Order()
            .ToList();

        UniqueIndexErrors.Names.Order().ShouldBe(unique);
    }

    [Fact]
    public void A_violation_is_found_by_its_columns_on_SQLite()
    {
        using var database = Models.Open(DatabaseProvider.Sqlite);
        var violation = new Infrastructure.Persistence.Providers.UniqueViolation(
            null,
            "organisations",
            ["centre_id", "code"]
        );

        UniqueIndexErrors.Find(database.Model, violation)!.Code.ShouldBe("organisation.code-taken");
    }

    [Fact]
    public void Personal_data_is_marked_on_the_domain_type()
    {
        using var database = Models.Open(DatabaseProvider.Sqlite);
        string[] always = ["Snils", "BirthDate", "LastName", "FirstName", "Patronymic"];

        database
            .Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property =>
                always.Contains(property.Name)
                && property.PropertyInfo?.IsDefined(typeof(PersonalDataAttribute)) != true
            )
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<IProperty> Properties(MethodCenterDbContext database) =>
        database.DesignModel().GetEntityTypes().SelectMany(type => type.AllProperties());

    private static Type StoredType(IProperty property) =>
        (property.GetTypeMapping().Converter ?? property.GetValueConverter())?.ProviderClrType ?? property.ClrType;

    private static string Name(IProperty property) =>
        $"{property.DeclaringType.ContainingEntityType.GetTableName()}.{property.GetColumnName()}";

    private static bool IsSnake(string name) =>
        name.Length > 0 && name.All(symbol => symbol is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
