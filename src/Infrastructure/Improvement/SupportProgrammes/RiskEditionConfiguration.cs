using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Improvement.SupportProgrammes;

internal sealed class RiskEditionConfiguration : IEntityTypeConfiguration<RiskEdition>
{
    public void Configure(EntityTypeBuilder<RiskEdition> builder)
    {
        builder.ToTable("risk_editions");
        builder.Property(edition => edition.Code).Text(RiskEdition.CodeMaxLength);
        builder.Property(edition => edition.Source).Text(RiskEdition.SourceMaxLength);
        builder.HasParts(edition => edition.Factors, nameof(RiskFactor.RiskEditionId));
        builder.HasIndex(edition => new { edition.CentreId, edition.Code }).IsUnique();
    }
}

internal sealed class RiskFactorConfiguration : IEntityTypeConfiguration<RiskFactor>
{
    public void Configure(EntityTypeBuilder<RiskFactor> builder)
    {
        builder.ToTable("risk_factors");
        builder.Property(factor => factor.Name).Text(RiskFactor.NameMaxLength);
        builder.Property(factor => factor.NameKey).Text(RiskFactor.NameMaxLength);

        // Not unique by name: a revision that swaps two names would break such an index between its two updates.
        builder.HasIndex(factor => new { factor.RiskEditionId, factor.Number }).IsUnique();
    }
}
