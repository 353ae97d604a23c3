namespace MethodCenter.Domain.Teaching.Journal;

/// <summary>Refusals of final assessments.</summary>
public static class FinalAssessmentErrors
{
    private static readonly RuleReference Order = new(
        "DPO-6",
        "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76 ч. 14"
    );

    public static readonly Error NotFound = Error.NotFound("final-assessment.not-found");

    /// <summary>Two recorded the protocol of one course at once.</summary>
    public static readonly Error AlreadyRecorded = Error.Conflict("final-assessment.already-recorded");

    /// <summary>A completion order or documents rest on it.</summary>
    public static readonly Error InEffect = Error.Conflict("final-assessment.in-effect").By(Order);

    public static readonly Error NotEnrolled = Error.Unprocessable("final-assessment.not-enrolled");

    public static readonly Error Twice = Error.Unprocessable("final-assessment.twice");

    public static readonly Error LearnerCompleted = Error
        .Conflict("final-assessment.learner-completed")
        .By(new RuleReference("DPO-5", "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12, ст. 76 ч. 14"));

    /// <summary>A learner who has left with a reference of study has not passed.</summary>
    public static readonly Error ReferenceIssued = Error
        .Conflict("final-assessment.reference-issued")
        .By(new RuleReference("DPO-5", "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12"));

    public static Error InFuture(DateOnly today) =>
        Error.Unprocessable("final-assessment.in-future").With("today", today).At("/protocolDate");

    public static Error BeforeCourse(DateOnly startsOn) =>
        Error.Unprocessable("final-assessment.before-course").With("startsOn", startsOn).At("/protocolDate").By(Order);

    public static Error LearnersMissing(int learners, Guid first) =>
        Error
            .Unprocessable("final-assessment.learners-missing")
            .With("learners", learners)
            .With("first", first)
            .At("/results");
}
