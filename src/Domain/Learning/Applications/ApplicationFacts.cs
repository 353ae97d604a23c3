using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Domain.Learning.Applications;

/// <summary>Whom an organisation applies for, and for what.</summary>
public sealed record ApplicationSubject(
    Guid ProgrammeId,
    Guid? CourseId,
    Guid OrganisationId,
    Guid EmployeeId,
    HalfYear? HalfYear
)
{
    /// <summary>The least that a request has to name.</summary>
    public static Result<Nothing> Check(Guid? programmeId, Guid? courseId) =>
        programmeId is null && courseId is null ? ApplicationErrors.SubjectMissing : Nothing.Done;
}

/// <summary>The quota that decides an application, its row held until the end of the transaction.</summary>
/// <param name="Row">Null: the organisation has none.</param>
/// <param name="Needed">Whether an organisation needs one.</param>
/// <param name="Outside">The campaign is for an outside provider: nobody gets a seat of the centre by it.</param>
public readonly record struct HeldQuota(Quota? Row, bool Needed, bool Outside)
{
    public bool HasLeft => Row?.HasLeft ?? !Needed;
}

/// <summary>What speaks against the training of this person, in the order in which it is asked.</summary>
public sealed record ApplicantFacts
{
    /// <summary>Programme of the course that is asked for; null: no course is named.</summary>
    public Guid? CourseProgrammeId { get; init; }

    public bool AlreadyApplied { get; init; }

    /// <summary>For whom the programme is; null: for everybody.</summary>
    public ProgrammeAudience? Audience { get; init; }

    /// <summary>
    /// Every position that he holds on the day: whoever teaches besides leading may be taught as a teacher.
    /// </summary>
    public IReadOnlyList<ApplicantPost> Posts { get; init; } = [];

    /// <summary>Day on which he completed the same programme, within the years of DPO-7.</summary>
    public DateOnly? TrainedOn { get; init; }

    /// <summary>By which training counts as fresh.</summary>
    public RuleReference? TrainedRule { get; init; }

    /// <summary>Number of a course of the programme on which he is already: enrolled or waiting.</summary>
    public int? OnCourse { get; init; }

    /// <summary>Number of a course that he attends in the same days.</summary>
    public int? OverlappingCourse { get; init; }

    internal Error? Refusal =>
        AlreadyApplied ? ApplicationErrors.AlreadyApplied
        : Audience is { IsNamed: true } && !Posts.Any(post => Audience.Includes(post.PositionId, post.Category))
            ? ApplicationErrors.WrongAudience
        : TrainedOn is { } day ? ApplicationErrors.AlreadyTrained(day, TrainedRule)
        : OnCourse is { } present ? ApplicationErrors.AlreadyOnCourse(present)
        : OverlappingCourse is { } number ? ApplicationErrors.Overlap(number)
        : null;
}

/// <summary>A position that somebody holds, with its section of the nomenclature.</summary>
public sealed record ApplicantPost(Guid PositionId, PositionCategory Category);
