namespace MethodCenter.Application.Territory.Employees;

/// <summary>The last day, inclusive.</summary>
public sealed record LastDayBody
{
    public required DateOnly LastDay { get; init; }
}
