namespace MethodCenter.Application.Learning.Orders;

/// <summary>A numbered point of an order.</summary>
public sealed record OrderPointBody
{
    /// <summary>What is ordered.</summary>
    public required string Text { get; init; }

    /// <summary>Who carries it out: post, family name and initials.</summary>
    public string? Executor { get; init; }

    /// <summary>Until when.</summary>
    public DateOnly? DueOn { get; init; }
}
