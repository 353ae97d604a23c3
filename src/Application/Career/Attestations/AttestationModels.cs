using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Application.Career.Attestations;

/// <summary>Attestation: the decision of a commission about one employee in one post.</summary>
public sealed record AttestationDetails : DetailsModel
{
    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>The employer on the day of the decision.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public Guid PositionId { get; init; }

    public string? PositionName { get; init; }

    public AttestationKind Kind { get; init; }

    /// <summary>Day of the application; null: not known, or conformity.</summary>
    public DateOnly? AppliedOn { get; init; }

    /// <summary>Day of the decision: in force from it (ATT-17).</summary>
    public DateOnly DecidedOn { get; init; }

    public AttestationOutcome Outcome { get; init; }

    /// <summary>Number of the act that published the decision.</summary>
    public string? ActNumber { get; init; }

    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known; null: not said.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// «Принято к сведению»: when it was entered, the register did not hold the category that the decision rests on.
    /// </summary>
    public bool TakenOver { get; init; }

    /// <summary>Last day in force; for conformity the day when the next is due; null: no end, or refused.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The rule by which the decision was admitted, in the edition of that day.</summary>
    public RuleReference Rule { get; init; } = null!;

    /// <summary>The rule that set the term; null: refused.</summary>
    public RuleReference? TermRule { get; init; }

    public AttestationState State { get; init; }

    public DateOnly? AnnulledOn { get; init; }

    public string? AnnulmentReason { get; init; }
}

/// <summary>An attestation in a list.</summary>
public sealed record AttestationListItem
{
    public Guid Id { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person never worked at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    public AttestationKind Kind { get; init; }

    public DateOnly DecidedOn { get; init; }

    public AttestationOutcome Outcome { get; init; }

    /// <summary>Last day in force; for conformity the day when the next is due; null: no end, or refused.</summary>
    public DateOnly? ValidUntil { get; init; }

    public AttestationState State { get; init; }

    /// <summary>
    /// «Принято к сведению»: when it was entered, the register did not hold the category that the decision rests on.
    /// </summary>
    public bool TakenOver { get; init; }

    public int Version { get; init; }
}

internal sealed class AttestationProjections : Profile
{
    public AttestationProjections() =>
        CreateProjection<Attestation, AttestationDetails>()
            .Beside(model => model.FullName, attestation => attestation.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                attestation => attestation.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .Beside(
                model => model.PositionName,
                attestation => attestation.PositionId,
                (Position position) => position.Name
            )
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Rule,
                options =>
                    options.MapFrom(attestation => new RuleReference(
                        attestation.RuleCode,
                        attestation.RuleBasis,
                        attestation.RuleEdition
                    ))
            )
            .ForMember(
                model => model.TermRule,
                options =>
                    options.MapFrom(attestation =>
                        attestation.TermRuleCode == null
                            ? null
                            : new RuleReference(
                                attestation.TermRuleCode,
                                attestation.TermRuleBasis!,
                                attestation.TermRuleEdition
                            )
                    )
            );
}
