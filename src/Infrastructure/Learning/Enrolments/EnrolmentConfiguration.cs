using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Enrolments;

internal sealed class EnrolmentConfiguration : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        builder.ToTable("enrolments");
        builder.Ignore(enrolment => enrolment.IsActive);
        builder.Property(enrolment => enrolment.WithdrawalReason).HasMaxLength(Course.ReasonMaxLength);
        builder.Property(enrolment => enrolment.TransferReason).HasMaxLength(Course.ReasonMaxLength);
        builder.Property(enrolment => enrolment.FundingReference).HasMaxLength(FundingBlock.ReferenceMaxLength);
        builder.HasOne<Course>().WithMany().HasForeignKey(enrolment => enrolment.CourseId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(enrolment => enrolment.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(enrolment => enrolment.OrganisationId);
        builder.HasOne<Team>().WithMany().HasForeignKey(enrolment => enrolment.TeamId);
        builder.HasIndex(enrolment => new { enrolment.CourseId, enrolment.EmployeeId }).IsUnique();
        builder.HasIndex(enrolment => new { enrolment.CourseId, enrolment.Arrival }).IsUnique();
        builder.HasIndex(enrolment => new
        {
            enrolment.CentreId,
            enrolment.ArrivedOn,
            enrolment.Id,
        });
    }
}
