using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Organisations;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(organisation => organisation.Code).Text(Organisation.CodeMaxLength);
        builder.Property(organisation => organisation.ShortName).Text(Organisation.ShortNameMaxLength);
        builder.Property(organisation => organisation.FullName).Text(Organisation.FullNameMaxLength);
        builder.Property(organisation => organisation.LegalForm).HasMaxLength(Organisation.LegalFormMaxLength);
        builder.Property(organisation => organisation.Number).HasMaxLength(Organisation.NumberMaxLength);
        builder.Property(organisation => organisation.Founder).HasMaxLength(Organisation.FounderMaxLength);
        builder.Property(organisation => organisation.NameKey).Text(Organisation.ShortNameMaxLength);
        builder.Property(organisation => organisation.SearchKey).Text(Organisation.SearchKeyMaxLength);
        builder.HasParts(organisation => organisation.OtherNames, nameof(OrganisationName.OrganisationId));
        builder.HasIndex(organisation => new { organisation.CentreId, organisation.Code }).IsUnique();
        builder.HasIndex(organisation => new
        {
            organisation.CentreId,
            organisation.NameKey,
            organisation.Id,
        });
    }
}

internal sealed class OrganisationNameConfiguration : IEntityTypeConfiguration<OrganisationName>
{
    public void Configure(EntityTypeBuilder<OrganisationName> builder)
    {
        builder.ToTable("organisation_names");
        builder.Property(name => name.Name).Text(Organisation.FullNameMaxLength);
    }
}
