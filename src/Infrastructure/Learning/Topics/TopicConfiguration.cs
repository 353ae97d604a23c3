using MethodCenter.Domain.Learning.Topics;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Topics;

internal sealed class TopicConfiguration : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> builder)
    {
        builder.ToTable("topics");
        builder.Property(topic => topic.Code).Text(Topic.CodeMaxLength);
        builder.Property(topic => topic.Name).Text(Topic.NameMaxLength);
        builder.Property(topic => topic.NameKey).Text(Topic.NameMaxLength);
        builder.Property(topic => topic.OtherNames).Json(Topic.OtherNamesMaxLength);
        builder.HasOne<Topic>().WithMany().HasForeignKey(topic => topic.MergedIntoId);
        builder.HasIndex(topic => new { topic.CentreId, topic.Code }).IsUnique();

        // The name of a merged topic is free: another one may take it.
        builder
            .HasIndex(topic => new { topic.CentreId, topic.NameKey })
            .IsUnique()
            .HasFilter($"state <> '{nameof(TopicState.Merged)}'");
    }
}
