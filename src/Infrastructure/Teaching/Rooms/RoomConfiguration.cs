using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Teaching.Rooms;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms");
        builder.Property(room => room.Site).Text(Room.SiteMaxLength);
        builder.Property(room => room.SiteKey).Text(Room.SiteMaxLength);
        builder.Property(room => room.Name).Text(Room.NameMaxLength);
        builder.Property(room => room.NameKey).Text(Room.NameMaxLength);
        builder.Property(room => room.SearchKey).Text(Room.SearchKeyMaxLength);
        builder
            .Property(room => room.Equipment)
            .HasConversion(new EquipmentConverter(), new EquipmentComparer())
            .HasMaxLength(Room.EquipmentTextMaxLength);
        builder
            .HasIndex(room => new
            {
                room.CentreId,
                room.SiteKey,
                room.NameKey,
            })
            .IsUnique();
    }

    /// <summary>No piece holds the separator.</summary>
    internal sealed class EquipmentConverter()
        : ValueConverter<IReadOnlyList<string>, string>(
            pieces => string.Join(Room.EquipmentSeparator, pieces),
            stored => stored.Split(Room.EquipmentSeparator, StringSplitOptions.RemoveEmptyEntries)
        );

    internal sealed class EquipmentComparer()
        : ValueComparer<IReadOnlyList<string>>(
            (one, other) => one!.SequenceEqual(other!),
            pieces => pieces.Aggregate(0, (hash, piece) => HashCode.Combine(hash, piece))
        );
}
