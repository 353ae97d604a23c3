using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Courses;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");

        // Courses registered before there were editions run by the first one.
        builder.Property(course => course.ProgrammeEdition).HasDefaultValue(1);
        builder.Property(course => course.Title).Text(Programme.TitleMaxLength);
        builder.Property(course => course.TitleKey).Text(Programme.TitleMaxLength);
        builder.Property(course => course.Site).HasMaxLength(Course.SiteMaxLength);
        builder.Property(course => course.CancellationReason).HasMaxLength(Course.ReasonMaxLength);
        builder.ComplexProperty(
            course => course.Funding,
            funding =>
            {
                funding.Property(block => block.Source).HasMaxLength(TypeConventions.EnumMaxLength);
                funding.Property(block => block.Reference).HasMaxLength(FundingBlock.ReferenceMaxLength);
            }
        );
        builder.HasOne<Programme>().WithMany().HasForeignKey(course => course.ProgrammeId);
        builder
            .HasIndex(course => new
            {
                course.CentreId,
                course.AcademicYear,
                course.Number,
            })
            .IsUnique();
        builder.HasIndex(course => new
        {
            course.CentreId,
            course.StartsOn,
            course.Id,
        });
    }
}
