namespace MethodCenter.Domain.Territory.Employees;

/// <summary>Sex.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}

/// <summary>Level of education.</summary>
public enum EducationLevel
{
    /// <summary>General secondary.</summary>
    SecondaryGeneral,

    /// <summary>Vocational secondary.</summary>
    SecondaryVocational,

    /// <summary>Higher.</summary>
    Higher,
}

/// <summary>Kind of place of work.</summary>
public enum EmploymentKind
{
    /// <summary>Main place of work.</summary>
    Main,

    /// <summary>Internal part-time work.</summary>
    InternalPartTime,

    /// <summary>External part-time work.</summary>
    ExternalPartTime,
}

/// <summary>Reasons of absence that bear on attestation (ATT-4).</summary>
public enum AbsenceKind
{
    /// <summary>Pregnancy (item «в»).</summary>
    Pregnancy,

    /// <summary>Maternity leave.</summary>
    MaternityLeave,

    /// <summary>Parental leave until the child is three years old.</summary>
    ParentalLeave,

    /// <summary>Absence through illness for more than four consecutive months.</summary>
    LongIllness,
}

/// <summary>What is written on the card of an employee.</summary>
public sealed record EmployeeCard(string LastName, string FirstName, string? Patronymic)
{
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    public Snils? Snils { get; init; }

    public EducationLevel? Education { get; init; }

    public DateOnly? TeachingSince { get; init; }

    /// <summary>Works for nobody of the network.</summary>
    public bool OutsideTerritory { get; init; }
}

/// <summary>Terms of an employment.</summary>
/// <param name="Rate">Ставка: 0,05 … 2,00.</param>
public sealed record EmploymentTerms(EmploymentKind Kind, decimal Rate, DateOnly From, DateOnly? To)
{
    public Period Period => new(From, To);
}

/// <summary>Место работы: employee × organisation × position × days × rate.</summary>
public sealed class Employment : Entity, IPartOf<Employee>
{
    public const decimal LeastRate = 0.05m;
    public const decimal MostRate = 2m;

    private Employment() { }

    internal Employment(Guid employeeId, Guid organisationId, Guid positionId, EmploymentTerms terms)
    {
        (EmployeeId, OrganisationId, PositionId) = (employeeId, organisationId, positionId);
        (Kind, Rate, From, To) = (terms.Kind, terms.Rate, terms.From, terms.To);
    }

    public Guid EmployeeId { get; private init; }

    public Guid OrganisationId { get; private init; }

    public Guid PositionId { get; private init; }

    public EmploymentKind Kind { get; private init; }

    public decimal Rate { get; private set; }

    public DateOnly From { get; private init; }

    /// <summary>Last day of work; null: still works.</summary>
    public DateOnly? To { get; private set; }

    public Period Period => new(From, To);

    /// <summary>
    /// Family name when the card was first changed after the last day here; null: the card is as it was. What follows
    /// belongs to it: a former employer reads the card as it was, and nothing that came later.
    /// </summary>
    [PersonalData]
    public string? FormerLastName { get; private set; }

    /// <inheritdoc cref="FormerLastName"/>
    [PersonalData]
    public string? FormerFirstName { get; private set; }

    /// <inheritdoc cref="FormerLastName"/>
    [PersonalData]
    public string? FormerPatronymic { get; private set; }

    /// <inheritdoc cref="FormerLastName"/>
    [PersonalData]
    public string? FormerNameKey { get; private set; }

    /// <inheritdoc cref="FormerLastName"/>
    [PersonalData]
    public EducationLevel? FormerEducation { get; private set; }

    /// <inheritdoc cref="FormerLastName"/>
    [PersonalData]
    public DateOnly? FormerTeachingSince { get; private set; }

    Guid IPart.RootId => EmployeeId;

    internal void End(DateOnly lastDay) => To = lastDay;

    /// <summary>Keeps the card as it is, unless an earlier one is kept.</summary>
    internal void Keep(Employee card)
    {
        if (FormerLastName is not null)
        {
            return;
        }

        (FormerLastName, FormerFirstName, FormerPatronymic) = (card.LastName, card.FirstName, card.Patronymic);
        (FormerNameKey, FormerEducation, FormerTeachingSince) = (card.NameKey, card.Education, card.TeachingSince);
    }

    internal void Amend(decimal rate, DateOnly? to) => (Rate, To) = (rate, to);
}

/// <summary>A leave or a long illness.</summary>
public sealed class Absence : Entity, IPartOf<Employee>
{
    private Absence() { }

    internal Absence(Guid employeeId, AbsenceKind kind, DateOnly from, DateOnly? to) =>
        (EmployeeId, Kind, From, To) = (employeeId, kind, from, to);

    public Guid EmployeeId { get; private init; }

    [PersonalData]
    public AbsenceKind Kind { get; private init; }

    [PersonalData]
    public DateOnly From { get; private init; }

    /// <summary>Last day of absence; null: has not returned yet.</summary>
    [PersonalData]
    public DateOnly? To { get; private set; }

    public Period Period => new(From, To);

    Guid IPart.RootId => EmployeeId;

    internal void End(DateOnly lastDay) => To = lastDay;
}

/// <summary>The person began to work for an organisation.</summary>
public sealed record EmployeeEmployed(Guid SubjectId, Guid OrganisationId, Guid PositionId) : IDomainEvent;

/// <summary>The person ceased to work for an organisation in a position.</summary>
public sealed record EmployeeDismissed(Guid SubjectId, Guid OrganisationId, Guid PositionId) : IDomainEvent;
