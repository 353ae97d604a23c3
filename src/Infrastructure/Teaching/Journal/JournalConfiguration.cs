using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Teaching.Journal;

internal sealed class FinalAssessmentConfiguration : IEntityTypeConfiguration<FinalAssessment>
{
    public void Configure(EntityTypeBuilder<FinalAssessment> builder)
    {
        builder.ToTable("final_assessments");
        builder.Property(assessment => assessment.ProtocolNumber).Text(FinalAssessment.ProtocolNumberMaxLength);
        builder.HasParts(assessment => assessment.Results, nameof(FinalAssessmentResult.FinalAssessmentId));
        builder.HasOne<Course>().WithMany().HasForeignKey(assessment => assessment.CourseId);
        builder.HasIndex(assessment => assessment.CourseId).IsUnique();
    }
}

internal sealed class FinalAssessmentResultConfiguration : IEntityTypeConfiguration<FinalAssessmentResult>
{
    public void Configure(EntityTypeBuilder<FinalAssessmentResult> builder)
    {
        builder.ToTable("final_assessment_results");
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(result => result.EnrolmentId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(result => result.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(result => result.OrganisationId);
        builder.HasIndex(result => new { result.FinalAssessmentId, result.EnrolmentId }).IsUnique();
    }
}

internal sealed class FinalWorkConfiguration : IEntityTypeConfiguration<FinalWork>
{
    public void Configure(EntityTypeBuilder<FinalWork> builder)
    {
        builder.ToTable("final_works");
        builder.Property(work => work.Topic).Text(FinalWork.TopicMaxLength);
        builder.Property(work => work.TopicKey).Text(FinalWork.TopicMaxLength);
        builder.Property(work => work.Assignment).HasMaxLength(FinalWork.AssignmentMaxLength);
        builder.Property(work => work.AssignedBy).HasMaxLength(FinalWork.AssignedByMaxLength);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(work => work.EnrolmentId);
        builder.HasOne<Course>().WithMany().HasForeignKey(work => work.CourseId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(work => work.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(work => work.OrganisationId);
        builder.HasIndex(work => work.EnrolmentId).IsUnique();
    }
}
