using System.Text.Json.Serialization;
using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>An employee, without protected personal data.</summary>
public sealed record EmployeeDetails : DetailsModel
{
    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    public EducationLevel? Education { get; init; }

    /// <summary>First day of teaching work.</summary>
    public DateOnly? TeachingSince { get; init; }

    /// <summary>
    /// A learner or an invited lecturer who works for nobody of the network: he stands in no base of it.
    /// </summary>
    public bool OutsideTerritory { get; init; }

    /// <summary>
    /// Whether an insurance number («СНИЛС») is on file; the number itself is read by a separate, logged request.
    /// To a former employer it is always false.
    /// </summary>
    public bool HasSnils { get; init; }

    /// <summary>Places of work, the earliest first.</summary>
    public IReadOnlyList<EmploymentModel> Employments { get; init; } = [];
}

/// <summary>A place of work.</summary>
public sealed record EmploymentModel
{
    public Guid Id { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public Guid PositionId { get; init; }

    public string? PositionName { get; init; }

    public EmploymentKind Kind { get; init; }

    /// <summary>Rate of employment, 0.05–2.</summary>
    public decimal Rate { get; init; }

    public DateOnly From { get; init; }

    /// <summary>Last day of work; null: still works.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The card as it was for this employer, where it has changed since: shown in the place of the present one.</summary>
    [JsonIgnore]
    public string? FormerLastName { get; init; }

    [JsonIgnore]
    public string? FormerFirstName { get; init; }

    [JsonIgnore]
    public string? FormerPatronymic { get; init; }

    [JsonIgnore]
    public EducationLevel? FormerEducation { get; init; }

    [JsonIgnore]
    public DateOnly? FormerTeachingSince { get; init; }
}

/// <summary>An employee in a list.</summary>
public sealed record EmployeeListItem
{
    public Guid Id { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    public EducationLevel? Education { get; init; }

    public DateOnly? TeachingSince { get; init; }

    /// <summary>Works for nobody of the network and stands in no base of it.</summary>
    public bool OutsideTerritory { get; init; }

    /// <summary>Organisations where the person works today.</summary>
    /// <remarks>Once each; not a DISTINCT in the query, which would need an APPLY that SQLite does not have.</remarks>
    public IReadOnlyList<Guid> OrganisationIds => [.. Places.Select(place => place.Organisation.Id).Distinct()];

    /// <summary>Where and as what the person works today.</summary>
    public IReadOnlyList<EmployeePlace> Places { get; init; } = [];

    public int Version { get; init; }
}

/// <summary>Where and as what a person works.</summary>
public sealed record EmployeePlace
{
    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;
}

/// <summary>An absence that postpones the term of the attestation of conformity.</summary>
public sealed record AbsenceModel
{
    public Guid Id { get; init; }

    public AbsenceKind Kind { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>Protected personal data of an employee: read only with a stated purpose, and logged.</summary>
public sealed record EmployeePersonalData : DetailsModel
{
    public DateOnly? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Insurance number («СНИЛС»), <c>XXX-XXX-XXX XX</c>.</summary>
    public string? Snils { get; init; }

    /// <summary>Leaves and long illnesses that bear on attestation (ATT-4).</summary>
    public IReadOnlyList<AbsenceModel> Absences { get; init; } = [];
}

internal sealed class EmployeeProjections : Profile
{
    public EmployeeProjections()
    {
        CreateProjection<Employment, EmploymentModel>()
            .Beside(
                model => model.OrganisationName,
                employment => employment.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .Beside(
                model => model.PositionName,
                employment => employment.PositionId,
                (Position position) => position.Name
            );
        CreateProjection<Absence, AbsenceModel>();
        CreateProjection<Employee, EmployeeDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(model => model.HasSnils, options => options.MapFrom(employee => employee.Snils != null))
            .ForMember(
                model => model.Employments,
                options =>
                    options.MapFrom(employee =>
                        employee.Employments.OrderBy(employment => employment.From).ThenBy(employment => employment.Id)
                    )
            );
    }
}
