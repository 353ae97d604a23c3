using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>A table as the bulk insert writes it: columns of the model with the model's own conversions.</summary>
/// <remarks>So a row written in bulk is byte for byte the row that a save through the change tracker writes.</remarks>
public sealed class BulkTable
{
    private static readonly ConcurrentDictionary<IEntityType, BulkTable> Known = new();

    private BulkTable(IEntityType type)
    {
        Type = type;
        Name = type.GetTableName()!;
        Columns = [.. Describe(type, static entity => entity)];
        Parts =
        [
            .. type.GetNavigations()
                .Where(navigation =>
                    navigation.IsCollection && typeof(IPart).IsAssignableFrom(navigation.TargetEntityType.ClrType)
                )
                .Select(navigation => new BulkParts(
                    navigation.GetGetter().GetClrValue,
                    Of(navigation.TargetEntityType)
                )),
        ];
    }

    public IEntityType Type { get; }

    public string Name { get; }

    public BulkColumn[] Columns { get; }

    /// <summary>The parts of the aggregate that have tables of their own.</summary>
    public BulkParts[] Parts { get; }

    internal static BulkTable Of(IEntityType type) => Known.GetOrAdd(type, static known => new BulkTable(known));

    private static IEnumerable<BulkColumn> Describe(ITypeBase type, Func<object, object?> owner)
    {
        foreach (var property in type.GetProperties())
        {
            // The key that the database gives, it gives here too. A column with a default has a value of its own all the same.
            if (property.ValueGenerated == ValueGenerated.OnAdd && property.IsKey())
            {
                continue;
            }

            yield return new BulkColumn(property, owner);
        }

        foreach (var complex in type.GetComplexProperties())
        {
            var getter = complex.GetGetter();
            foreach (
                var column in Describe(
                    complex.ComplexType,
                    entity => owner(entity) is { } inner ? getter.GetClrValue(inner) : null
                )
            )
            {
                yield return column;
            }
        }
    }
}

/// <summary>A collection of parts and the table in which they stand.</summary>
public sealed record BulkParts(Func<object, object?> Read, BulkTable Table);

/// <summary>A column of a bulk insert.</summary>
public sealed class BulkColumn
{
    private readonly Func<object, object?> _owner;
    private readonly IClrPropertyGetter _getter;
    private readonly Func<object?, object?>? _convert;

    internal BulkColumn(IProperty property, Func<object, object?> owner)
    {
        _owner = owner;
        _getter = property.GetGetter();
        _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        Name = property.GetColumnName();
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        ValueType = Nullable.GetUnderlyingType(stored) ?? stored;
        StoreType = property.GetColumnType().Split('(')[0].ToLower(CultureInfo.InvariantCulture);
        IsOwner =
            property.Name == nameof(Entity.CentreId) && typeof(Entity).IsAssignableFrom(property.DeclaringType.ClrType);
        IsVersion =
            property.Name == nameof(AggregateRoot.Version)
            && typeof(AggregateRoot).IsAssignableFrom(property.DeclaringType.ClrType);
    }

    public string Name { get; }

    /// <summary>Type of the column without its length or precision.</summary>
    public string StoreType { get; }

    /// <summary>Type of <see cref="Read"/> where it is not null.</summary>
    public Type ValueType { get; }

    /// <summary>The centre that owns the row: stamped as it is written.</summary>
    public bool IsOwner { get; }

    /// <summary>The revision: what is new is the first.</summary>
    public bool IsVersion { get; }

    /// <summary>The value as the database takes it.</summary>
    public object? Read(object entity, object centreId) =>
        IsOwner ? centreId
        : IsVersion ? 1
        : _owner(entity) is { } owner ? Convert(_getter.GetClrValue(owner))
        : null;

    private object? Convert(object? value) => value is null || _convert is null ? value : _convert(value);
}
