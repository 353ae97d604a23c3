using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Domain.Learning.Courses;

/// <summary>What is planned for a course and may still change.</summary>
public sealed record CoursePlan(
    CourseSeason Season,
    DateOnly StartsOn,
    DateOnly EndsOn,
    StudyForm Form,
    string? Site,
    FundingBlock Funding,
    int Capacity
);
