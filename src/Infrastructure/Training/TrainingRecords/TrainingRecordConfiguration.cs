using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Training.TrainingRecords;

internal sealed class TrainingRecordConfiguration : IEntityTypeConfiguration<TrainingRecord>
{
    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.ToTable("training_records");
        builder.Property(record => record.Provider).Text(TrainingRecord.ProviderMaxLength);
        builder.Property(record => record.ProviderKey).Text(TrainingRecord.ProviderMaxLength);
        builder.Property(record => record.Title).Text(TrainingRecord.TitleMaxLength);
        builder.Property(record => record.TitleKey).Text(TrainingRecord.TitleMaxLength);
        builder.Property(record => record.DocumentNumber).HasMaxLength(TrainingRecord.DocumentNumberMaxLength);
        builder
            .Property(record => record.Topics)
            .HasConversion(new TopicsConverter(), new TopicsComparer())
            .HasMaxLength(TrainingRecord.TopicsMaxLength);
        builder.Property(record => record.TopicsKey).Text(TrainingRecord.TopicsMaxLength);
        builder.Property(record => record.SearchKey).Text(TrainingRecord.SearchKeyMaxLength);
        builder.Property(record => record.AnnulmentReason).HasMaxLength(TrainingRecord.AnnulmentReasonMaxLength);
        builder.HasOne<Employee>().WithMany().HasForeignKey(record => record.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(record => record.OrganisationId);

        // An annulled record makes room for the right one; the filter is written as that of attestations is.
        builder
            .HasIndex(record => new
            {
                record.EmployeeId,
                record.TitleKey,
                record.CompletedOn,
                record.Kind,
                record.ProviderKey,
            })
            .IsUnique()
            .HasDatabaseName("ux_training_records_identity")
            .HasFilter($"state = '{nameof(TrainingRecordState.Recorded)}'");

        // Of its own, since the filtered index above does not serve a question about all records of a person.
        builder.HasIndex(record => new { record.EmployeeId, record.CompletedOn });

        // All that the reports of due training ask of a record: they never touch the table, however many centres it holds.
        builder
            .HasIndex(record => new
            {
                record.CentreId,
                record.EmployeeId,
                record.CompletedOn,
                record.Kind,
                record.State,
            })
            .HasDatabaseName("ix_training_records_due");
        builder.HasIndex(record => new
        {
            record.CentreId,
            record.CompletedOn,
            record.Id,
        });
    }

    /// <summary>No topic holds the separator.</summary>
    internal sealed class TopicsConverter()
        : ValueConverter<IReadOnlyList<string>, string>(
            topics => string.Join(TrainingRecord.TopicSeparator, topics),
            stored => stored.Split(TrainingRecord.TopicSeparator, StringSplitOptions.RemoveEmptyEntries)
        );

    internal sealed class TopicsComparer()
        : ValueComparer<IReadOnlyList<string>>(
            (one, other) => one!.SequenceEqual(other!),
            topics => topics.Aggregate(0, (hash, topic) => HashCode.Combine(hash, topic))
        );
}
