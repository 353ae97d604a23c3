using MethodCenter.Domain.Territory.Contingents;
using MethodCenter.Domain.Territory.Organisations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Contingents;

internal sealed class ContingentConfiguration : IEntityTypeConfiguration<Contingent>
{
    public void Configure(EntityTypeBuilder<Contingent> builder)
    {
        builder.ToTable("contingents");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(contingent => contingent.OrganisationId);
        builder
            .HasIndex(contingent => new
            {
                contingent.OrganisationId,
                contingent.AcademicYear,
                contingent.Grade,
            })
            .IsUnique();
        builder.HasIndex(contingent => new
        {
            contingent.CentreId,
            contingent.AcademicYear,
            contingent.Grade,
            contingent.Id,
        });
    }
}
