using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Improvement.SupportProgrammes;

internal sealed class SupportProgrammeConfiguration : IEntityTypeConfiguration<SupportProgramme>
{
    public void Configure(EntityTypeBuilder<SupportProgramme> builder)
    {
        builder.ToTable("support_programmes");
        builder.Property(programme => programme.Code).Text(SupportProgramme.CodeMaxLength);
        builder.Property(programme => programme.Name).Text(SupportProgramme.NameMaxLength);
        builder.Property(programme => programme.NameKey).Text(SupportProgramme.NameMaxLength);
        builder.Property(programme => programme.Basis).HasMaxLength(SupportProgramme.BasisMaxLength);
        builder.HasParts(programme => programme.Cycles, nameof(SupportCycle.SupportProgrammeId));
        builder.HasIndex(programme => new { programme.CentreId, programme.Code }).IsUnique();
    }
}

internal sealed class SupportCycleConfiguration : IEntityTypeConfiguration<SupportCycle>
{
    public void Configure(EntityTypeBuilder<SupportCycle> builder)
    {
        builder.ToTable("support_cycles");
        builder.Ignore(cycle => cycle.Period);
        builder.Property(cycle => cycle.EditionCode).Text(RiskEdition.CodeMaxLength);
        builder.HasIndex(cycle => new { cycle.SupportProgrammeId, cycle.Year }).IsUnique();
    }
}
