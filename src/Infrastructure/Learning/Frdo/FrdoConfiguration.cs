using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Frdo;

internal sealed class FrdoConfiguration
    : IEntityTypeConfiguration<FrdoPackage>,
        IEntityTypeConfiguration<FrdoRow>,
        IEntityTypeConfiguration<FrdoContent>
{
    public void Configure(EntityTypeBuilder<FrdoPackage> builder)
    {
        builder.ToTable("frdo_packages");
        builder.Property(package => package.Responsible).Text(FrdoPackage.ResponsibleMaxLength);
        builder.Property(package => package.Sha256).Text(FrdoPackage.Sha256Length);
        builder.HasParts(package => package.Rows, nameof(FrdoRow.FrdoPackageId));
        builder.HasOne<FrdoPackage>().WithMany().HasForeignKey(package => package.ResendOfId);
        builder.HasIndex(package => new { package.CentreId, package.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FrdoRow> builder)
    {
        builder.ToTable("frdo_rows");
        builder.Property(row => row.ErrorText).HasMaxLength(FrdoPackage.ErrorMaxLength);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(row => row.CertificateId);
        builder.HasIndex(row => new { row.FrdoPackageId, row.Number }).IsUnique();

        // A document waits in one package at a time, and once accepted it is never delivered again (FRDO-6).
        builder.HasIndex(row => row.CertificateId).IsUnique().HasFilter($"state <> '{nameof(FrdoRowState.Rejected)}'");
    }

    public void Configure(EntityTypeBuilder<FrdoContent> builder)
    {
        builder.ToTable("frdo_contents");
        builder.HasOne<FrdoPackage>().WithMany().HasForeignKey(content => content.PackageId);
    }
}
