using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Improvement.SupportProgrammes;

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    private const int JsonAround = 60;
    private const int MostDocumentsText = Participation.MostDocuments * JsonAround;
    private const int MostOwnProfileText =
        (RiskEdition.MostFactors * ((2 * RiskFactor.NameMaxLength) + JsonAround))
        + (2 * Participation.ProfileSourceMaxLength)
        + (3 * JsonAround);

    public void Configure(EntityTypeBuilder<Participation> builder)
    {
        builder.ToTable("participations");
        builder.Property(participation => participation.EditionCode).Text(Participation.EditionCodeMaxLength);
        builder
            .Property(participation => participation.ProfileSource)
            .HasMaxLength(Participation.ProfileSourceMaxLength);
        builder
            .Property(participation => participation.ClosingComment)
            .HasMaxLength(Participation.ClosingCommentMaxLength);
        builder.Property(participation => participation.OwnProfile).Json(MostOwnProfileText);
        builder.Property(participation => participation.Documents).Json(MostDocumentsText);
        builder.HasParts(participation => participation.RiskAssessments, nameof(RiskAssessment.ParticipationId));
        builder.HasOne<SupportProgramme>().WithMany().HasForeignKey(participation => participation.SupportProgrammeId);
        builder.HasOne<SupportCycle>().WithMany().HasForeignKey(participation => participation.CycleId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(participation => participation.OrganisationId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(participation => participation.CoordinatorId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(participation => participation.CuratorId);
        builder.HasIndex(participation => new { participation.CycleId, participation.OrganisationId }).IsUnique();

        // Named here: by convention the name would be longer than the 63 bytes that PostgreSQL keeps.
        builder
            .HasIndex(participation => new
            {
                participation.SupportProgrammeId,
                participation.CycleYear,
                participation.AssignedOn,
                participation.Id,
            })
            .HasDatabaseName("ix_participations_programme_year_day");
    }
}

/// <remarks>
/// A table of its own, not a JSON column: the reports group by level, and SQLite cannot join a JSON list of each row.
/// The ten lines of a profile are one command on every database, for SQLite batches too (SqliteBatches).
/// </remarks>
internal sealed class RiskAssessmentConfiguration : IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<RiskAssessment> builder)
    {
        builder.ToTable("risk_assessments");
        builder.Property(risk => risk.FactorName).Text(RiskAssessment.FactorNameMaxLength);
        builder.Property(risk => risk.Reason).HasMaxLength(RiskAssessment.ReasonMaxLength);
        builder.HasIndex(risk => new { risk.ParticipationId, risk.FactorNumber }).IsUnique();
    }
}
