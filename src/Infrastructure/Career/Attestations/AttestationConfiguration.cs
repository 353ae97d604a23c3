using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Career.Attestations;

internal sealed class AttestationConfiguration : IEntityTypeConfiguration<Attestation>
{
    public void Configure(EntityTypeBuilder<Attestation> builder)
    {
        builder.ToTable("attestations");
        builder.Property(attestation => attestation.ActNumber).HasMaxLength(Attestation.ActNumberMaxLength);
        builder.Property(attestation => attestation.Source).HasMaxLength(Attestation.SourceMaxLength);
        builder.Property(attestation => attestation.RuleCode).Text(RuleReference.CodeMaxLength);
        builder.Property(attestation => attestation.RuleBasis).Text(RuleReference.BasisMaxLength);
        builder.Property(attestation => attestation.TermRuleCode).HasMaxLength(RuleReference.CodeMaxLength);
        builder.Property(attestation => attestation.TermRuleBasis).HasMaxLength(RuleReference.BasisMaxLength);
        builder.Property(attestation => attestation.AnnulmentReason).HasMaxLength(Attestation.AnnulmentReasonMaxLength);
        builder.HasOne<Employee>().WithMany().HasForeignKey(attestation => attestation.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(attestation => attestation.OrganisationId);
        builder.HasOne<Position>().WithMany().HasForeignKey(attestation => attestation.PositionId);

        // An annulled record makes room for the right one. All three databases take this filter as it stands: the name
        // needs no quotes, the states are stored as ASCII text.
        builder
            .HasIndex(attestation => new
            {
                attestation.EmployeeId,
                attestation.Kind,
                attestation.PositionId,
                attestation.DecidedOn,
            })
            .IsUnique()
            .HasFilter($"state = '{nameof(AttestationState.Recorded)}'");

        // Of its own, since the filtered index above does not serve a question about all records of a person.
        builder.HasIndex(attestation => new { attestation.EmployeeId, attestation.DecidedOn });
        builder.HasIndex(attestation => new
        {
            attestation.CentreId,
            attestation.DecidedOn,
            attestation.Id,
        });
    }
}
