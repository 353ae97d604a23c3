namespace MethodCenter.Domain.Learning.Courses;

/// <summary>State of a course.</summary>
public enum CourseStatus
{
    /// <summary>Registered: nobody can be enrolled yet.</summary>
    Registered,

    /// <summary>Enrolment is open.</summary>
    RegistrationOpen,

    /// <summary>Enrolment is closed; teaching is under way.</summary>
    RegistrationClosed,

    /// <summary>Completed.</summary>
    Completed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>Season (half-year) of a course.</summary>
public enum CourseSeason
{
    /// <summary>Autumn: September – December.</summary>
    Autumn,

    /// <summary>Spring: January – June.</summary>
    Spring,

    /// <summary>Autumn and spring: groups in both half-years.</summary>
    AutumnAndSpring,
}

/// <summary>Half of the academic year in which a learner studies; the columns of the course table (SPB-T02).</summary>
public enum HalfYear
{
    /// <summary>Autumn.</summary>
    Autumn,

    /// <summary>Spring.</summary>
    Spring,
}

/// <summary>Funding block (SPB-20, KRS-28).</summary>
public enum FundingSource
{
    /// <summary>State or municipal assignment («план-заказ»).</summary>
    StateAssignment,

    /// <summary>Contracts of joint delivery («сетевые договоры»).</summary>
    NetworkContract,

    /// <summary>Personified model.</summary>
    PersonifiedModel,

    /// <summary>Paid for, outside the budget.</summary>
    Paid,
}

/// <summary>Funding block of a course: the source and, where one pays by registers or contracts, which.</summary>
/// <param name="Source">Who pays.</param>
/// <param name="Reference">E.g. «реестр заказа КО 2020»; null where there is one block of the source.</param>
public sealed record FundingBlock(FundingSource Source, string? Reference)
{
    public const int ReferenceMaxLength = 120;

    /// <summary>The block that pays for one learner of the course: the own one, which names its register itself, else this.</summary>
    public FundingBlock ForLearner(FundingSource? own, string? reference) =>
        own is { } source ? new FundingBlock(source, reference) : this;
}
