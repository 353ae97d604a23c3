using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>A place of work.</summary>
public sealed record EmploymentBody
{
    public required Guid OrganisationId { get; init; }

    public required Guid PositionId { get; init; }

    public EmploymentKind Kind { get; init; } = EmploymentKind.Main;

    /// <summary>Rate of employment, 0.05–2.</summary>
    public decimal Rate { get; init; } = 1m;

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    internal EmploymentTerms ToTerms() => new(Kind, Rate, From, To);
}
