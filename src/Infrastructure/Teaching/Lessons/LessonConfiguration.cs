using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Teaching.Lessons;

internal sealed class LessonConfiguration : IEntityTypeConfiguration<Lesson>
{
    /// <summary>A cancelled lesson makes room for another; the filter is written as that of attestations is.</summary>
    private const string InTimetable = $"state = '{nameof(LessonState.Planned)}'";

    public void Configure(EntityTypeBuilder<Lesson> builder)
    {
        builder.ToTable("lessons");
        builder.Property(lesson => lesson.Place).HasMaxLength(Lesson.PlaceMaxLength);
        builder.Property(lesson => lesson.Topic).HasMaxLength(Lesson.TopicMaxLength);
        builder.Property(lesson => lesson.CancellationReason).HasMaxLength(Lesson.ReasonMaxLength);
        builder.HasParts(lesson => lesson.Marks, nameof(AttendanceMark.LessonId));
        builder.HasOne<Course>().WithMany().HasForeignKey(lesson => lesson.CourseId);
        builder.HasOne<Room>().WithMany().HasForeignKey(lesson => lesson.RoomId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(lesson => lesson.HostId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(lesson => lesson.TeacherId);

        // SQL Server takes two empty values for equal: lessons outside of rooms are left out.
        builder
            .HasIndex(lesson => new
            {
                lesson.RoomId,
                lesson.Date,
                lesson.Stream,
            })
            .IsUnique()
            .HasFilter($"room_id IS NOT NULL AND {InTimetable}");
        builder
            .HasIndex(lesson => new
            {
                lesson.TeacherId,
                lesson.Date,
                lesson.Stream,
            })
            .IsUnique()
            .HasFilter(InTimetable);
        builder
            .HasIndex(lesson => new
            {
                lesson.CourseId,
                lesson.Date,
                lesson.Stream,
            })
            .IsUnique()
            .HasFilter(InTimetable);
        builder.HasIndex(lesson => new { lesson.CourseId, lesson.State });
        builder.HasIndex(lesson => new
        {
            lesson.CentreId,
            lesson.Date,
            lesson.Id,
        });
    }
}

internal sealed class AttendanceMarkConfiguration : IEntityTypeConfiguration<AttendanceMark>
{
    public void Configure(EntityTypeBuilder<AttendanceMark> builder)
    {
        builder.ToTable("attendance_marks");
        builder.HasOne<Course>().WithMany().HasForeignKey(mark => mark.CourseId);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(mark => mark.EnrolmentId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(mark => mark.EmployeeId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(mark => mark.OrganisationId);
        builder.HasIndex(mark => new { mark.LessonId, mark.EnrolmentId }).IsUnique();
    }
}
