using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Attendance of a lesson; its version is that of the lesson.</summary>
public sealed record LessonAttendance : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public DateOnly Date { get; init; }

    /// <summary>Number of the stream in the calendar of the year.</summary>
    public int Stream { get; init; }

    /// <summary>Academic hours of the lesson.</summary>
    public int Hours { get; init; }

    /// <summary>Day on which it was first recorded; null: not yet.</summary>
    public DateOnly? HeldRecordedOn { get; init; }

    /// <summary>The learners of the organisations for which the caller answers.</summary>
    public IReadOnlyList<AttendanceOfLearner> Learners { get; init; } = [];
}

/// <summary>A mark of attendance.</summary>
public sealed record AttendanceOfLearner
{
    public Guid EnrolmentId { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public Presence Presence { get; init; }

    /// <summary>Minutes of teaching that the lesson had.</summary>
    public int MinutesGiven { get; init; }

    /// <summary>Minutes of teaching at which the learner was there.</summary>
    public int MinutesAttended { get; init; }
}

/// <summary>Journal of a course: hours planned and given, and of each learner hours attended.</summary>
public sealed record CourseJournal
{
    public required Guid CourseId { get; init; }

    public required int CourseNumber { get; init; }

    public required string Title { get; init; }

    /// <summary>Academic hours of the programme.</summary>
    public required int HoursOfProgramme { get; init; }

    /// <summary>Academic hours in the timetable.</summary>
    public required int HoursPlanned { get; init; }

    /// <summary>Academic hours of lessons whose attendance is recorded.</summary>
    public required int HoursGiven { get; init; }

    /// <summary>Lessons in the timetable.</summary>
    public required int LessonsPlanned { get; init; }

    /// <summary>Lessons whose attendance is recorded.</summary>
    public required int LessonsGiven { get; init; }

    /// <summary>Learners who left the course before its end.</summary>
    public required int EarlyLeavers { get; init; }

    /// <summary>In the order of their names; of the organisations for which the caller answers.</summary>
    public required IReadOnlyList<LearnerJournal> Learners { get; init; }
}

/// <summary>Attendance of a learner.</summary>
public sealed record LearnerJournal
{
    public required Guid EnrolmentId { get; init; }

    public required Guid EmployeeId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string? OrganisationName { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public required string FullName { get; init; }

    public required EnrolmentState State { get; init; }

    /// <summary>Day on which the learner left the course; null: has not left.</summary>
    public DateOnly? LeftOn { get; init; }

    /// <summary>Academic hours of the lessons in which attendance was marked.</summary>
    public required decimal HoursGiven { get; init; }

    /// <summary>Academic hours attended.</summary>
    public required decimal HoursAttended { get; init; }

    /// <summary>Hours attended of hours given, 0 to 1; null: nothing was given.</summary>
    public decimal? Share { get; init; }

    /// <summary>Lessons missed.</summary>
    public required int Absences { get; init; }

    /// <summary>Lessons to which the learner came late.</summary>
    public required int Late { get; init; }

    /// <summary>Lessons that the learner left early.</summary>
    public required int LeftEarly { get; init; }
}

/// <summary>Protocol of the final assessment of a course.</summary>
public sealed record FinalAssessmentDetails : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public string ProtocolNumber { get; init; } = "";

    public DateOnly ProtocolDate { get; init; }

    /// <summary>The learners of the organisations for which the caller answers.</summary>
    public IReadOnlyList<FinalResultOfLearner> Results { get; init; } = [];
}

/// <summary>The result of a learner.</summary>
public sealed record FinalResultOfLearner
{
    public Guid EnrolmentId { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public FinalResult Result { get; init; }
}

/// <summary>A protocol in a list.</summary>
public sealed record FinalAssessmentListItem
{
    public Guid Id { get; init; }

    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public string ProtocolNumber { get; init; } = "";

    public DateOnly ProtocolDate { get; init; }

    public int Version { get; init; }
}

/// <summary>Final work of a learner.</summary>
public sealed record FinalWorkDetails : DetailsModel
{
    public Guid EnrolmentId { get; init; }

    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public string Topic { get; init; } = "";

    /// <summary>The employer's assignment («техническое задание»).</summary>
    public string? Assignment { get; init; }

    public string? AssignedBy { get; init; }

    /// <summary>Null: not defended yet.</summary>
    public FinalResult? Result { get; init; }

    public DateOnly? DefendedOn { get; init; }
}

/// <summary>A final work in a list.</summary>
public sealed record FinalWorkListItem
{
    public Guid Id { get; init; }

    public Guid EnrolmentId { get; init; }

    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public string Topic { get; init; } = "";

    /// <summary>The employer, or a person there.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>Null: not defended yet.</summary>
    public FinalResult? Result { get; init; }

    public DateOnly? DefendedOn { get; init; }

    public int Version { get; init; }
}

internal sealed class JournalProjections : Profile
{
    public JournalProjections()
    {
        CreateProjection<AttendanceMark, AttendanceOfLearner>()
            .Beside(model => model.FullName, mark => mark.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                mark => mark.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            );
        CreateProjection<Lesson, LessonAttendance>()
            .Beside(model => model.CourseTitle, lesson => lesson.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, lesson => lesson.CourseId, (Course course) => (int?)course.Number)
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Learners,
                options => options.MapFrom(lesson => lesson.Marks.OrderBy(mark => mark.EnrolmentId))
            );
        CreateProjection<FinalAssessmentResult, FinalResultOfLearner>()
            .Beside(model => model.FullName, result => result.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                result => result.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            );
        CreateProjection<FinalAssessment, FinalAssessmentDetails>()
            .Beside(model => model.CourseTitle, assessment => assessment.CourseId, (Course course) => course.Title)
            .Beside(
                model => model.CourseNumber,
                assessment => assessment.CourseId,
                (Course course) => (int?)course.Number
            )
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Results,
                options => options.MapFrom(assessment => assessment.Results.OrderBy(result => result.EnrolmentId))
            );
        CreateProjection<FinalAssessment, FinalAssessmentListItem>()
            .Beside(model => model.CourseTitle, assessment => assessment.CourseId, (Course course) => course.Title)
            .Beside(
                model => model.CourseNumber,
                assessment => assessment.CourseId,
                (Course course) => (int?)course.Number
            );
        CreateProjection<FinalWork, FinalWorkDetails>()
            .Beside(model => model.CourseTitle, work => work.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, work => work.CourseId, (Course course) => (int?)course.Number)
            .Beside(model => model.FullName, work => work.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                work => work.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<FinalWork, FinalWorkListItem>()
            .Beside(model => model.CourseTitle, work => work.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, work => work.CourseId, (Course course) => (int?)course.Number)
            .Beside(model => model.FullName, work => work.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                work => work.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            );
    }
}
