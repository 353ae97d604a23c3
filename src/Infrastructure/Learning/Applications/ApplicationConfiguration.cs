using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Applications;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.Property(campaign => campaign.Title).Text(Campaign.TitleMaxLength);
        builder.Property(campaign => campaign.Provider).HasMaxLength(Campaign.ProviderMaxLength);
        builder.Property(campaign => campaign.SearchKey).Text(Campaign.TitleMaxLength + Campaign.ProviderMaxLength);
        builder.HasIndex(campaign => new
        {
            campaign.CentreId,
            campaign.OpensOn,
            campaign.Id,
        });
    }
}

internal sealed class QuotaConfiguration : IEntityTypeConfiguration<Quota>
{
    public void Configure(EntityTypeBuilder<Quota> builder)
    {
        builder.ToTable("quotas");
        builder.Ignore(quota => quota.HasLeft);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(quota => quota.CampaignId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(quota => quota.ProgrammeId);
        builder.HasOne<Course>().WithMany().HasForeignKey(quota => quota.CourseId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(quota => quota.OrganisationId);
        builder
            .HasIndex(quota => new
            {
                quota.CampaignId,
                quota.TargetId,
                quota.OrganisationId,
            })
            .IsUnique();
    }
}

internal sealed class TrainingApplicationConfiguration : IEntityTypeConfiguration<TrainingApplication>
{
    private const int MostReferralText =
        (2 * ((3 * TrainingApplication.ReferralTextMaxLength) + TrainingApplication.PhoneMaxLength)) + 200;

    public void Configure(EntityTypeBuilder<TrainingApplication> builder)
    {
        builder.ToTable("applications");
        builder.Ignore(application => application.IsActive);
        builder.Property(application => application.Reason).HasMaxLength(TrainingApplication.ReasonMaxLength);
        builder.Property(application => application.Referral).Json(MostReferralText);
        builder
            .Property(application => application.ReferralNumber)
            .HasMaxLength(TrainingApplication.ReferralNumberMaxLength);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(application => application.CampaignId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(application => application.ProgrammeId);
        builder.HasOne<Course>().WithMany().HasForeignKey(application => application.CourseId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(application => application.OrganisationId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(application => application.EmployeeId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(application => application.EnrolmentId);
        builder.HasOne<Quota>().WithMany().HasForeignKey(application => application.QuotaId);

        // After a refusal or a withdrawal one may apply again.
        builder
            .HasIndex(application => new
            {
                application.CampaignId,
                application.EmployeeId,
                application.ProgrammeId,
            })
            .IsUnique()
            .HasFilter(
                $"state <> '{nameof(ApplicationState.Refused)}' AND state <> '{nameof(ApplicationState.Withdrawn)}'"
            );
        builder.HasIndex(application => new
        {
            application.CentreId,
            application.SubmittedOn,
            application.Id,
        });
    }
}
