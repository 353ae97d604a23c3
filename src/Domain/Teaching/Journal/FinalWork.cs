using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Domain.Teaching.Journal;

/// <summary>Итоговая работа слушателя: its topic, the assignment of the employer and the result (POL-25).</summary>
public sealed class FinalWork : AggregateRoot, IOrganisationOwned
{
    public const int TopicMaxLength = 400;
    public const int AssignmentMaxLength = 2000;
    public const int AssignedByMaxLength = 200;

    private FinalWork() { }

    public Guid EnrolmentId { get; private init; }

    public Guid CourseId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The learner's organisation.</summary>
    public Guid OrganisationId { get; private init; }

    public string Topic { get; private set; } = null!;

    public string TopicKey { get; private set; } = null!;

    /// <summary>The assignment («техническое задание»), as formulated with the employer.</summary>
    [PersonalData]
    public string? Assignment { get; private set; }

    /// <summary>Who has set it: the employer, or a person there.</summary>
    [PersonalData]
    public string? AssignedBy { get; private set; }

    /// <summary>Null: not defended yet.</summary>
    [PersonalData]
    public FinalResult? Result { get; private set; }

    public DateOnly? DefendedOn { get; private set; }

    /// <summary>Records the work of a learner who holds a seat, or held it to the end.</summary>
    public static Result<FinalWork> Record(
        Enrolment enrolment,
        FinalWorkCard card,
        DateOnly courseStart,
        DateOnly today
    )
    {
        if (enrolment.State is not (EnrolmentState.Enrolled or EnrolmentState.Completed))
        {
            return EnrolmentErrors.NotActive(enrolment.State);
        }

        var work = new FinalWork
        {
            EnrolmentId = enrolment.Id,
            CourseId = enrolment.CourseId,
            EmployeeId = enrolment.EmployeeId,
            OrganisationId = enrolment.OrganisationId,
        };
        return work.Change(card, courseStart, today).Map(_ => work);
    }

    /// <param name="card">What is written.</param>
    /// <param name="courseStart">First day of the course: nobody defends before it.</param>
    /// <param name="today">The day.</param>
    public Result<Nothing> Change(FinalWorkCard card, DateOnly courseStart, DateOnly today)
    {
        if (card.Result is null != card.DefendedOn is null)
        {
            return FinalWorkErrors.ResultWithoutDay;
        }

        if (card.DefendedOn > today)
        {
            return FinalWorkErrors.InFuture(today);
        }

        if (card.DefendedOn < courseStart)
        {
            return FinalWorkErrors.BeforeCourse(courseStart);
        }

        // The author of the assignment says nothing without the assignment.
        if (card.AssignedBy is not null && card.Assignment is null)
        {
            return FinalWorkErrors.AssignmentMissing;
        }

        (Topic, TopicKey) = (card.Topic, SearchText.Normalize(card.Topic));
        (Assignment, AssignedBy) = (card.Assignment, card.AssignedBy);
        (Result, DefendedOn) = (card.Result, card.DefendedOn);
        return Nothing.Done;
    }
}

/// <summary>What is written of a final work.</summary>
public sealed record FinalWorkCard(
    string Topic,
    string? Assignment,
    string? AssignedBy,
    FinalResult? Result,
    DateOnly? DefendedOn
);
