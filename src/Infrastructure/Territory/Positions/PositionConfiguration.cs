using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Positions;

internal sealed class PositionConfiguration : IEntityTypeConfiguration<Position>
{
    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.ToTable("positions");
        builder.Property(position => position.Code).Text(Position.CodeMaxLength);
        builder.Property(position => position.Name).Text(Position.NameMaxLength);
        builder.Property(position => position.NameKey).Text(Position.NameMaxLength);
        builder.Property(position => position.NomenclaturePoint).HasMaxLength(Position.PointMaxLength);
        builder.HasIndex(position => new { position.CentreId, position.Code }).IsUnique();
    }
}
