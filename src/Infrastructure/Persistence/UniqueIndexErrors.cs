using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>
/// What a violation of each unique index of a table means, stated where the table is configured: the race of two requests
/// ends in the same words as the rule.
/// </summary>
internal interface IUniqueIndexes
{
    /// <summary>The domain error by the name of the index; null: a violation would be a bug, not a refusal.</summary>
    IReadOnlyDictionary<string, Error?> Meanings { get; }
}

/// <summary>The domain error behind each unique index, gathered from the configurations of the tables.</summary>
internal static class UniqueIndexErrors
{
    // Gathered at the first violation: most processes see none.
    private static readonly Lazy<Dictionary<string, Error?>> Gathered = new(() =>
        typeof(UniqueIndexErrors)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IUniqueIndexes)))
            .SelectMany(type => ((IUniqueIndexes)Activator.CreateInstance(type, nonPublic: true)!).Meanings)
            .ToDictionary(StringComparer.Ordinal)
    );

    internal static IEnumerable<string> Names => Gathered.Value.Keys;

    public static Error? Find(IModel model, UniqueViolation violation)
    {
        var name = violation.IndexName ?? FindByColumns(model, violation);
        return name is null ? null : Gathered.Value.GetValueOrDefault(name);
    }

    private static string? FindByColumns(IModel model, UniqueViolation violation) =>
        model
            .GetEntityTypes()
            .Where(type => type.GetTableName() == violation.Table)
            .SelectMany(type => type.GetIndexes())
            .FirstOrDefault(index =>
                index.IsUnique
                && index.Properties.Select(property => property.GetColumnName()).SequenceEqual(violation.Columns)
            )
            ?.GetDatabaseName();
}
