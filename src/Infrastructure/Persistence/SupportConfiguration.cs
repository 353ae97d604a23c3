using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Infrastructure.Idempotency;
using MethodCenter.Infrastructure.Identity;
using MethodCenter.Infrastructure.Leases;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Tables of the service itself.</summary>
internal sealed class SupportConfiguration
    : IEntityTypeConfiguration<AuditEntry>,
        IEntityTypeConfiguration<ChangeEntry>,
        IEntityTypeConfiguration<ChangeLog>,
        IEntityTypeConfiguration<ChangeGap>,
        IEntityTypeConfiguration<Lease>,
        IEntityTypeConfiguration<Numerator>,
        IEntityTypeConfiguration<ExternalKeyRow>,
        IEntityTypeConfiguration<IdempotencyRecord>,
        IEntityTypeConfiguration<ProtectionKey>,
        IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(entry => entry.UseCase).Text(AuditEntry.UseCaseMaxLength);
        builder.Property(entry => entry.Subject).Text(AuditEntry.SubjectMaxLength);
        builder.Property(entry => entry.Changes).HasMaxLength(AuditEntry.ChangesMaxLength);
        builder.Property(entry => entry.Purpose).HasMaxLength(AuditEntry.PurposeMaxLength);
        builder.Property(entry => entry.TraceId).HasMaxLength(AuditEntry.TraceIdMaxLength);
        builder.HasIndex(entry => new { entry.CentreId, entry.SubjectId });
        builder.HasIndex(entry => new
        {
            entry.CentreId,
            entry.At,
            entry.Id,
        });
    }

    public void Configure(EntityTypeBuilder<ChangeEntry> builder)
    {
        builder.ToTable("changes");
        builder.Property(change => change.Id).ValueGeneratedOnAdd();
        builder.Property(change => change.Type).Text(ChangeTypes.NameMaxLength).IsUnicode(false);
        builder.Property(change => change.Events).HasMaxLength(ChangeEntry.EventsMaxLength).IsUnicode(false);
        builder.Property(change => change.Keys).HasMaxLength(ChangeEntry.KeysMaxLength);
        builder.HasIndex(change => change.Position).IsUnique();
        builder.HasIndex(change => new { change.CentreId, change.Position });

        // Holds only what waits for its position, so that looking for it costs nothing however long the log grows.
        builder.HasIndex(change => change.Id, ChangeEntry.WaitingIndex).HasFilter("position IS NULL");
    }

    public void Configure(EntityTypeBuilder<ChangeLog> builder)
    {
        builder.ToTable("change_log");
        builder.Property(log => log.Id).ValueGeneratedNever();
        builder.HasData(new ChangeLog { Id = ChangeLog.TheOnly });
    }

    public void Configure(EntityTypeBuilder<ChangeGap> builder)
    {
        builder.ToTable("change_gaps");
        builder.HasKey(gap => gap.To);
        builder.Property(gap => gap.To).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("leases");
        builder.HasKey(lease => lease.Name);
        builder.Property(lease => lease.Name).Text(Lease.NameMaxLength);
    }

    public void Configure(EntityTypeBuilder<Numerator> builder)
    {
        builder.ToTable("numerators");
        builder.Property(numerator => numerator.Id).ValueGeneratedNever();
        builder.Property(numerator => numerator.Sequence).Text(Numerator.SequenceMaxLength);
        builder.HasIndex(numerator => new { numerator.CentreId, numerator.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ExternalKeyRow> builder)
    {
        builder.ToTable("external_keys");
        builder.Property(row => row.Resource).Text(ExternalKeyRow.ResourceMaxLength);
        builder.Property(row => row.Source).Text(ExternalKey.SourceMaxLength);
        builder.Property(row => row.Key).Text(ExternalKey.KeyMaxLength);
        builder
            .HasIndex(row => new
            {
                row.CentreId,
                row.Resource,
                row.Source,
                row.Key,
            })
            .IsUnique();

        // The export asks for the keys of objects; with fewer columns SQLite would rather go through all keys of the source.
        builder.HasIndex(row => new
        {
            row.CentreId,
            row.Resource,
            row.Source,
            row.SubjectId,
            row.Key,
        });
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Key).Text(IdempotencyRecord.KeyMaxLength);
        builder.Property(record => record.RequestHash).HasMaxLength(IdempotencyRecord.HashLength);
        builder.Property(record => record.Location).HasMaxLength(IdempotencyRecord.HeaderMaxLength);
        builder.Property(record => record.ETag).HasMaxLength(IdempotencyRecord.HeaderMaxLength);
        builder.HasIndex(record => new { record.AccountId, record.Key }).IsUnique();
        builder.HasIndex(record => record.StoredAt);
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).Text(ProtectionKey.NameMaxLength);
        builder.HasIndex(key => key.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Thumbprint).Text(SigningKey.ThumbprintLength);
        builder.Property(key => key.PublicKey).HasMaxLength(SigningKey.PublicKeyMaxLength);
        builder.Property(key => key.PrivateKey).HasMaxLength(SigningKey.PrivateKeyMaxLength);
        builder.HasIndex(key => key.Thumbprint).IsUnique();
    }
}
