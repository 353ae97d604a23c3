using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Domain.Teaching.Journal;

/// <summary>
/// Ведомость итоговой аттестации: the protocol of a course with the result of every learner (DPO-5, DPO-6).
/// </summary>
public sealed class FinalAssessment : AggregateRoot
{
    public const int ProtocolNumberMaxLength = 40;

    private readonly List<FinalAssessmentResult> _results = [];

    private FinalAssessment() { }

    public Guid CourseId { get; private init; }

    public string ProtocolNumber { get; private set; } = null!;

    public DateOnly ProtocolDate { get; private set; }

    public IReadOnlyList<FinalAssessmentResult> Results => _results;

    public static FinalAssessment Of(Course course) => new() { CourseId = course.Id };

    /// <summary>Records the protocol: everyone who holds a seat, once. A later one replaces it whole.</summary>
    /// <param name="course">A course whose row the caller holds.</param>
    /// <param name="protocol">What it says.</param>
    /// <param name="learners">Who has or had a seat.</param>
    /// <param name="today">The day.</param>
    /// <param name="inEffect">A completion order or documents rest on the results: they stand as they are.</param>
    public Result<Nothing> Record(
        Course course,
        FinalProtocol protocol,
        IReadOnlyList<SeatHolder> learners,
        DateOnly today,
        bool inEffect = false
    )
    {
        if (course.Status == CourseStatus.Cancelled)
        {
            return CourseErrors.WrongStatus(course.Status);
        }

        if (protocol.Date > today)
        {
            return FinalAssessmentErrors.InFuture(today);
        }

        // DPO-6: the assessment ends the teaching, so it is not older than its first day.
        if (protocol.Date < course.StartsOn)
        {
            return FinalAssessmentErrors.BeforeCourse(course.StartsOn);
        }

        if (inEffect && Contradicts(protocol))
        {
            return FinalAssessmentErrors.InEffect;
        }

        if (Refuse(protocol.Results, learners) is { } wrong)
        {
            return wrong;
        }

        var byId = learners.ToDictionary(learner => learner.EnrolmentId);
        _results.RemoveAll(known => protocol.Results.All(line => line.EnrolmentId != known.EnrolmentId));
        foreach (var line in protocol.Results)
        {
            if (_results.Find(result => result.EnrolmentId == line.EnrolmentId) is { } known)
            {
                known.Restate(line.Result);
            }
            else
            {
                _results.Add(new FinalAssessmentResult(Id, byId[line.EnrolmentId], line.Result));
            }
        }

        (ProtocolNumber, ProtocolDate) = (protocol.Number, protocol.Date);
        Raise(new FinalAssessmentRecorded(Id, CourseId));
        return Nothing.Done;
    }

    /// <summary>Says something else than what is on file; to name who came later contradicts nothing.</summary>
    private bool Contradicts(FinalProtocol protocol) =>
        _results.Count > 0
        && (
            (protocol.Number, protocol.Date) != (ProtocolNumber, ProtocolDate)
            || !_results.TrueForAll(known =>
                protocol.Results.Any(line => (line.EnrolmentId, line.Result) == (known.EnrolmentId, known.Result))
            )
        );

    private Error? Refuse(IReadOnlyList<FinalResultLine> lines, IReadOnlyList<SeatHolder> learners)
    {
        var ids = Ids(learners);
        var completed = Ids(learners.Where(learner => learner.HasCompleted));
        var referred = Ids(learners.Where(learner => learner is { HasReference: true, Until: not null }));
        var said = new HashSet<Guid>();
        for (var place = 0; place < lines.Count; place++)
        {
            if (!ids.Contains(lines[place].EnrolmentId))
            {
                return FinalAssessmentErrors.NotEnrolled.At($"/results/{place}/enrolmentId");
            }

            if (!said.Add(lines[place].EnrolmentId))
            {
                return FinalAssessmentErrors.Twice.At($"/results/{place}/enrolmentId");
            }

            // DPO-5: a learner who has completed the course has passed; a document may follow at any time.
            if (lines[place].Result != FinalResult.Passed && completed.Contains(lines[place].EnrolmentId))
            {
                return FinalAssessmentErrors.LearnerCompleted.At($"/results/{place}/result");
            }

            if (PassesAnew(lines[place]) && referred.Contains(lines[place].EnrolmentId))
            {
                return FinalAssessmentErrors.ReferenceIssued.At($"/results/{place}/result");
            }
        }

        var missing = learners
            .Where(learner => learner.Until is null && !said.Contains(learner.EnrolmentId))
            .Select(learner => learner.EnrolmentId)
            .ToList();
        return missing is [var first, ..] ? FinalAssessmentErrors.LearnersMissing(missing.Count, first) : null;

        static HashSet<Guid> Ids(IEnumerable<SeatHolder> holders) =>
            [.. holders.Select(learner => learner.EnrolmentId)];
    }

    private bool PassesAnew(FinalResultLine line) =>
        line.Result == FinalResult.Passed
        && _results.Find(known => known.EnrolmentId == line.EnrolmentId)?.Result != FinalResult.Passed;
}

/// <summary>Result of one learner.</summary>
public sealed class FinalAssessmentResult : Entity, IPartOf<FinalAssessment>, IOrganisationOwned
{
    private FinalAssessmentResult() { }

    internal FinalAssessmentResult(Guid finalAssessmentId, SeatHolder learner, FinalResult result)
    {
        (FinalAssessmentId, EnrolmentId, Result) = (finalAssessmentId, learner.EnrolmentId, result);
        (EmployeeId, OrganisationId) = (learner.EmployeeId, learner.OrganisationId);
    }

    public Guid FinalAssessmentId { get; private init; }

    public Guid EnrolmentId { get; private init; }

    public Guid EmployeeId { get; private init; }

    /// <summary>The organisation that sent the learner: it sees its own alone.</summary>
    public Guid OrganisationId { get; private init; }

    [PersonalData]
    public FinalResult Result { get; private set; }

    Guid IPart.RootId => FinalAssessmentId;

    internal void Restate(FinalResult result) => Result = result;
}

/// <summary>What the protocol says.</summary>
public sealed record FinalProtocol(string Number, DateOnly Date, IReadOnlyList<FinalResultLine> Results);

/// <summary>What the protocol says of one learner.</summary>
public sealed record FinalResultLine(Guid EnrolmentId, FinalResult Result);

/// <summary>The protocol of the final assessment of a course is on file.</summary>
public sealed record FinalAssessmentRecorded(Guid SubjectId, Guid CourseId) : IDomainEvent;
