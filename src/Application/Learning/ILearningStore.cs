using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Learning;

/// <summary>What use cases see of the Learning context.</summary>
public interface ILearningStore
{
    DbSet<Programme> Programmes { get; }

    DbSet<ProgrammeEdition> ProgrammeEditions { get; }

    DbSet<ProgrammeReview> ProgrammeReviews { get; }

    DbSet<Course> Courses { get; }

    DbSet<Enrolment> Enrolments { get; }

    DbSet<Certificate> Certificates { get; }

    DbSet<TrainingRecord> TrainingRecords { get; }

    DbSet<Campaign> Campaigns { get; }

    DbSet<Quota> Quotas { get; }

    DbSet<TrainingApplication> Applications { get; }

    DbSet<FrdoPackage> FrdoPackages { get; }

    DbSet<FrdoRow> FrdoRows { get; }

    DbSet<Room> Rooms { get; }

    DbSet<AcademicCalendar> AcademicCalendars { get; }

    DbSet<Lesson> Lessons { get; }

    DbSet<AttendanceMark> AttendanceMarks { get; }

    DbSet<FinalAssessment> FinalAssessments { get; }

    DbSet<FinalWork> FinalWorks { get; }

    DbSet<FeedbackQuestionnaire> FeedbackQuestionnaires { get; }

    DbSet<CourseFeedback> CourseFeedback { get; }

    DbSet<TrainingNeed> TrainingNeeds { get; }

    DbSet<TrainingPlan> TrainingPlans { get; }

    DbSet<TrainingPlanEntry> TrainingPlanEntries { get; }

    DbSet<Order> Orders { get; }

    /// <summary>
    /// Loads a course and holds its row until the end of the transaction, so that enrolments of one course are decided
    /// one after another, in every instance of the service. Null when it is not in the caller's scope.
    /// </summary>
    Task<Course?> HoldCourseAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Holds the rows of several courses, in the order of their ids; loads none of them.</summary>
    Task HoldCoursesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Loads a quota and holds its row until the end of the transaction: seats are counted against it one after another.
    /// Whose it is does not matter, since a seat that falls free goes to any organisation. Always held after the course.
    /// </summary>
    Task<Quota?> HoldQuotaAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Holds the rows of several quotas, in the order of their ids; loads none of them.</summary>
    Task HoldQuotasAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
