using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Persistence.Conventions;

/// <summary>Shorthand for what configurations say over and over.</summary>
internal static class EntityConfiguration
{
    public static PropertyBuilder<string> Text(this PropertyBuilder<string> property, int maxLength) =>
        property.HasMaxLength(maxLength);

    /// <summary>A part of an aggregate, in a table of its own, held by a private list.</summary>
    public static void HasParts<TRoot, TPart>(
        this EntityTypeBuilder<TRoot> builder,
        System.Linq.Expressions.Expression<Func<TRoot, IEnumerable<TPart>?>> parts,
        string foreignKey
    )
        where TRoot : AggregateRoot
        where TPart : class, IPartOf<TRoot>
    {
        builder.HasMany(parts).WithOne().HasForeignKey(foreignKey).IsRequired();
        builder.Navigation(parts!).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
