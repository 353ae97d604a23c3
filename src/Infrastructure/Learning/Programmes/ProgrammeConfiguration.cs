using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Programmes;

/// <remarks>Modules, audience, licence and criteria are texts in the row: they are read and set as a whole.</remarks>
internal sealed class ProgrammeConfiguration
    : IEntityTypeConfiguration<Programme>,
        IEntityTypeConfiguration<ProgrammeEdition>,
        IEntityTypeConfiguration<ProgrammeReview>
{
    private const int JsonAround = 60;
    private const int MostModulesText = Programme.MostModules * ((2 * Programme.ModuleTitleMaxLength) + JsonAround);
    private const int MostLicenceText = (2 * Programme.LicenceNumberMaxLength) + JsonAround;

    private const int MostAudienceText =
        (Programme.MostAudiencePositions * JsonAround) + (2 * Programme.AudienceTextMaxLength) + (3 * JsonAround);

    private const int MostCriteriaText =
        ProgrammeReview.MostCriteria
        * ((2 * (ProgrammeReview.CriterionTitleMaxLength + ProgrammeReview.CommentMaxLength)) + JsonAround);

    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes");
        builder.Property(programme => programme.Code).Text(Programme.CodeMaxLength);
        builder.Property(programme => programme.Title).Text(Programme.TitleMaxLength);
        builder.Property(programme => programme.TitleKey).Text(Programme.TitleMaxLength);
        builder.Property(programme => programme.Modules).Json(MostModulesText);
        builder.Property(programme => programme.Audience).Json(MostAudienceText);
        builder.Property(programme => programme.Licence).Json(MostLicenceText);
        builder.Property(programme => programme.Provider).HasMaxLength(Programme.ProviderMaxLength);
        builder.Property(programme => programme.Topics).Json(2 * TopicNames.KeyMaxLength + JsonAround);
        builder.Property(programme => programme.TopicsKey).HasMaxLength(TopicNames.KeyMaxLength);
        builder.Property(programme => programme.ApprovalNumber).HasMaxLength(Programme.ActNumberMaxLength);

        // Programmes registered before there were editions are in their first one.
        builder.Property(programme => programme.Edition).HasDefaultValue(1);
        builder.HasParts(programme => programme.Editions, nameof(ProgrammeEdition.ProgrammeId));
        builder.HasParts(programme => programme.Reviews, nameof(ProgrammeReview.ProgrammeId));
        builder.HasIndex(programme => new { programme.CentreId, programme.Code }).IsUnique();
        builder.HasIndex(programme => new
        {
            programme.CentreId,
            programme.TitleKey,
            programme.Id,
        });
    }

    public void Configure(EntityTypeBuilder<ProgrammeEdition> builder)
    {
        builder.ToTable("programme_editions");
        builder.Property(edition => edition.Title).Text(Programme.TitleMaxLength);
        builder.Property(edition => edition.Modules).Json(MostModulesText);
        builder.Property(edition => edition.Audience).Json(MostAudienceText);
        builder.Property(edition => edition.ApprovalNumber).HasMaxLength(Programme.ActNumberMaxLength);
        builder.HasIndex(edition => new { edition.ProgrammeId, edition.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ProgrammeReview> builder)
    {
        builder.ToTable("programme_reviews");
        builder.Property(review => review.ExpertName).HasMaxLength(ProgrammeReview.ExpertNameMaxLength);
        builder.Property(review => review.ExpertKey).Text(ProgrammeReview.ExpertNameMaxLength);
        builder.Property(review => review.Criteria).Json(MostCriteriaText);
        builder.Property(review => review.Comment).HasMaxLength(ProgrammeReview.CommentMaxLength);
        builder.HasOne<Employee>().WithMany().HasForeignKey(review => review.ExpertId);
        builder
            .HasIndex(review => new
            {
                review.ProgrammeId,
                review.Round,
                review.ExpertKey,
            })
            .IsUnique();
    }
}
