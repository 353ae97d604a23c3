using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>A leave or a long illness.</summary>
public sealed record AbsenceBody
{
    public required AbsenceKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; null: has not returned yet.</summary>
    public DateOnly? To { get; init; }
}
