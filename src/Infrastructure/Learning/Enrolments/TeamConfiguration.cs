using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Enrolments;

internal sealed class TeamConfiguration : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("teams");
        builder.Property(team => team.Name).Text(Team.NameMaxLength);
        builder.Property(team => team.NameKey).Text(Team.NameMaxLength);
        builder.HasOne<Course>().WithMany().HasForeignKey(team => team.CourseId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(team => team.OrganisationId);
        builder
            .HasIndex(team => new
            {
                team.CourseId,
                team.OrganisationId,
                team.NameKey,
            })
            .IsUnique();
    }
}
