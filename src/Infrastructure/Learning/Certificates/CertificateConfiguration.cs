using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Certificates;

internal sealed class CertificateConfiguration : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates");
        builder.Property(certificate => certificate.Series).HasMaxLength(Certificate.SeriesMaxLength);
        builder.Property(certificate => certificate.BlankNumber).HasMaxLength(Certificate.BlankNumberMaxLength);
        builder.Property(certificate => certificate.Basis).HasMaxLength(Certificate.BasisMaxLength);
        builder.Property(certificate => certificate.LastName).Text(Employee.NameMaxLength);
        builder.Property(certificate => certificate.FirstName).Text(Employee.NameMaxLength);
        builder.Property(certificate => certificate.Patronymic).HasMaxLength(Employee.NameMaxLength);
        builder.Property(certificate => certificate.NameKey).Text(Employee.SearchKeyMaxLength);
        builder.Property(certificate => certificate.Title).Text(Programme.TitleMaxLength);
        builder.Property(certificate => certificate.Code).Text(Certificate.CodeLength);
        builder.Property(certificate => certificate.AnnulmentReason).HasMaxLength(Certificate.ReasonMaxLength);
        builder.Property(certificate => certificate.Issuer).Json(2 * Certificate.IssuerMaxLength);
        builder.Property(certificate => certificate.ReceiptMark).HasMaxLength(Certificate.ReceiptMarkMaxLength);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(certificate => certificate.EnrolmentId);
        builder.HasOne<Course>().WithMany().HasForeignKey(certificate => certificate.CourseId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(certificate => certificate.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(certificate => certificate.OrganisationId);
        builder.HasOne<Certificate>().WithMany().HasForeignKey(certificate => certificate.OriginalId);

        // The register book: no number twice, whatever became of the document (DPO-8).
        builder
            .HasIndex(certificate => new
            {
                certificate.CentreId,
                certificate.Year,
                certificate.Number,
            })
            .IsUnique();

        // Blanks without a series are distinguished by the number alone. All three databases take these filters as they
        // stand.
        builder
            .HasIndex(certificate => new { certificate.CentreId, certificate.BlankNumber })
            .IsUnique()
            .HasFilter("series IS NULL AND blank_number IS NOT NULL");
        builder
            .HasIndex(certificate => new
            {
                certificate.CentreId,
                certificate.Series,
                certificate.BlankNumber,
            })
            .IsUnique()
            .HasFilter("series IS NOT NULL AND blank_number IS NOT NULL");
        builder
            .HasIndex(certificate => new { certificate.EnrolmentId, certificate.Kind })
            .IsUnique()
            .HasFilter($"state = '{nameof(CertificateState.Valid)}'");
        builder.HasIndex(certificate => certificate.Code).IsUnique();
        builder.HasIndex(certificate => new
        {
            certificate.CentreId,
            certificate.IssuedOn,
            certificate.Id,
        });
    }
}
