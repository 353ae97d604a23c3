using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>What is written on the card of an employee, without protected data.</summary>
public record EmployeeBody
{
    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    /// <summary>Patronymic; «нет» and a dash mean that the person has none.</summary>
    public string? Patronymic
    {
        get;
        init => field = NameSpelling.Patronymic(value);
    }

    public EducationLevel? Education { get; init; }

    /// <summary>First day of teaching work.</summary>
    public DateOnly? TeachingSince { get; init; }

    /// <summary>
    /// A learner or an invited lecturer who works for nobody of the network: he stands in no base of it. Absent: as it was, of a
    /// new one false.
    /// </summary>
    public bool? OutsideTerritory { get; init; }
}
