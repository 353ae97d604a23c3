using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Protected personal data; what is absent is removed.</summary>
public sealed record PersonalDataBody
{
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Insurance number («СНИЛС») with its checksum, with or without separators.</summary>
    public string? Snils { get; init; }
}
