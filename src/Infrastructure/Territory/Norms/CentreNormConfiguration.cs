using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Norms;

internal sealed class CentreNormConfiguration : IEntityTypeConfiguration<CentreNorm>
{
    public void Configure(EntityTypeBuilder<CentreNorm> builder)
    {
        builder.ToTable("centre_norms");
        builder.Property(norm => norm.Code).Text(NormDefinition.CodeMaxLength);
        builder.Property(norm => norm.Value).HasMaxLength(NormDefinition.ValueMaxLength);
        builder.Property(norm => norm.Rule).Text(RuleReference.CodeMaxLength);
        builder.Property(norm => norm.Basis).Text(RuleReference.BasisMaxLength);
        builder
            .HasIndex(norm => new
            {
                norm.CentreId,
                norm.Code,
                norm.ValidFrom,
            })
            .IsUnique();
    }
}
