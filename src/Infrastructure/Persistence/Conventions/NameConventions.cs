using System.Text;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Persistence.Conventions;

/// <summary>Names and the rules that hold for every table: snake case, explicit constraint names, deletes restricted, versions.</summary>
internal static class NameConventions
{
    public static void ApplyNames(this ModelBuilder modelBuilder, IDatabaseDialect dialect)
    {
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            var table = type.GetTableName()!;
            NameColumns(type, "", dialect);
            foreach (var key in type.GetKeys())
            {
                key.SetName($"pk_{table}");
            }

            foreach (
                var index in type.GetIndexes()
                    .Where(index => index.GetDatabaseName()!.StartsWith("IX_", StringComparison.Ordinal))
            )
            {
                var columns = string.Join('_', index.Properties.Select(property => property.GetColumnName()));
                index.SetDatabaseName($"{(index.IsUnique ? "ux" : "ix")}_{table}_{columns}");
            }

            foreach (var foreignKey in type.GetForeignKeys())
            {
                var column = foreignKey.Properties[0].GetColumnName();
                foreignKey.SetConstraintName($"fk_{table}_{column}");
                foreignKey.DeleteBehavior = typeof(IPart).IsAssignableFrom(type.ClrType)
                    ? DeleteBehavior.Cascade
                    : DeleteBehavior.Restrict;
            }

            if (typeof(AggregateRoot).IsAssignableFrom(type.ClrType))
            {
                type.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken = true;
            }

            if (typeof(Entity).IsAssignableFrom(type.ClrType))
            {
                type.FindProperty(nameof(Entity.Id))!.ValueGenerated = ValueGenerated.Never;
            }
        }
    }

    internal static string Snake(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var place = 0; place < name.Length; place++)
        {
            if (char.IsUpper(name[place]) && place > 0 && !char.IsUpper(name[place - 1]))
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(name[place]));
        }

        return result.ToString();
    }

    private static void NameColumns(IMutableTypeBase type, string prefix, IDatabaseDialect dialect)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));

            // Normal forms and codes compare by code points everywhere, so that order and search agree; and so do the
            // names of accounts, of which no two may ever be taken for one.
            if (
                property.ClrType == typeof(string)
                && (
                    property.Name.EndsWith("Key", StringComparison.Ordinal)
                    || property.Name.EndsWith("Code", StringComparison.Ordinal)
                    || property.Name is "Login" or "ExternalIssuer" or "ExternalSubject"
                )
            )
            {
                property.SetCollation(dialect.KeyCollation);
            }
        }

        foreach (var complex in type.GetComplexProperties())
        {
            NameColumns(complex.ComplexType, $"{prefix}{Snake(complex.Name)}_", dialect);
        }
    }
}
