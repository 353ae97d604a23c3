using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>What is planned for a course and may still change.</summary>
public record CoursePlanBody
{
    public required CourseSeason Season { get; init; }

    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive; it may lie behind the end of the academic year.</summary>
    public required DateOnly EndsOn { get; init; }

    public required StudyForm Form { get; init; }

    /// <summary>The site at which lessons are held.</summary>
    public string? Site { get; init; }

    public required FundingModel Funding { get; init; }

    /// <summary>Seats; beyond them a waiting list.</summary>
    public required int Capacity { get; init; }

    internal CoursePlan ToPlan() => new(Season, StartsOn, EndsOn, Form, Given(Site), Funding.ToBlock(), Capacity);

    /// <summary>An empty text is none: two groups of a report must not differ by that.</summary>
    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
