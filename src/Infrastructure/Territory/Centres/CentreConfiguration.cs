using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Centres;

internal sealed class CentreConfiguration : IEntityTypeConfiguration<Centre>
{
    public void Configure(EntityTypeBuilder<Centre> builder)
    {
        builder.ToTable("centres");
        builder.Property(centre => centre.Code).Text(Centre.CodeMaxLength);
        builder.Property(centre => centre.ShortName).Text(Centre.ShortNameMaxLength);
        builder.Property(centre => centre.FullName).Text(Centre.FullNameMaxLength);
        builder.Property(centre => centre.Territory).Text(Centre.TerritoryMaxLength);
        builder.Property(centre => centre.TimeZone).Text(Centre.TimeZoneMaxLength);
        builder.Property(centre => centre.Address).HasMaxLength(Centre.AddressMaxLength);
        builder.HasIndex(centre => centre.Code).IsUnique();
    }
}
