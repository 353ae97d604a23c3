using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Training.TrainingPlans;

internal sealed class TrainingNeedConfiguration : IEntityTypeConfiguration<TrainingNeed>
{
    public void Configure(EntityTypeBuilder<TrainingNeed> builder)
    {
        builder.ToTable("training_needs");
        builder.Property(need => need.Topic).HasMaxLength(TrainingNeed.TopicMaxLength);
        builder.Property(need => need.SubjectKey).Text(TrainingNeed.SubjectKeyMaxLength);
        builder.Property(need => need.Comment).HasMaxLength(TrainingNeed.CommentMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(need => need.OrganisationId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(need => need.EmployeeId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(need => need.ProgrammeId);

        // A declined need may be stated anew; of people without names there may be several of one subject.
        builder
            .HasIndex(need => new
            {
                need.EmployeeId,
                need.SubjectKey,
                need.Year,
            })
            .IsUnique()
            .HasFilter($"employee_id IS NOT NULL AND state <> '{nameof(TrainingNeedState.Declined)}'");
        builder.HasIndex(need => new { need.OrganisationId, need.Year });
        builder.HasIndex(need => new
        {
            need.CentreId,
            need.StatedOn,
            need.Id,
        });
    }
}

internal sealed class TrainingPlanConfiguration
    : IEntityTypeConfiguration<TrainingPlan>,
        IEntityTypeConfiguration<TrainingPlanEntry>
{
    public void Configure(EntityTypeBuilder<TrainingPlan> builder)
    {
        builder.ToTable("training_plans");
        builder.HasParts(plan => plan.Entries, nameof(TrainingPlanEntry.TrainingPlanId));
        builder.HasOne<Organisation>().WithMany().HasForeignKey(plan => plan.OrganisationId);
        builder.HasIndex(plan => new { plan.OrganisationId, plan.Year }).IsUnique();
        builder.HasIndex(plan => new
        {
            plan.CentreId,
            plan.Year,
            plan.Id,
        });
    }

    public void Configure(EntityTypeBuilder<TrainingPlanEntry> builder)
    {
        builder.ToTable("training_plan_entries");
        builder.Property(entry => entry.Topic).HasMaxLength(TrainingPlanEntry.TopicMaxLength);
        builder.Property(entry => entry.Provider).HasMaxLength(TrainingPlanEntry.ProviderMaxLength);
        builder.Property(entry => entry.DropReason).HasMaxLength(TrainingPlanEntry.ReasonMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(entry => entry.OrganisationId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(entry => entry.EmployeeId);
        builder.HasOne<Programme>().WithMany().HasForeignKey(entry => entry.ProgrammeId);
        builder.HasOne<TrainingNeed>().WithMany().HasForeignKey(entry => entry.NeedId);

        // Two who build one plan at once: the second one is stale, as the version says too.
        builder
            .HasIndex(entry => new { entry.TrainingPlanId, entry.NeedId })
            .IsUnique()
            .HasFilter("need_id IS NOT NULL");
        builder.HasIndex(entry => new { entry.CentreId, entry.Year });
    }
}
