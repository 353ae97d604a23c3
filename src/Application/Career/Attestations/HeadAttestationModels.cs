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

/// <summary>Attestation of a head: the decision of the founder's commission about one employee in one managing post.</summary>
public sealed record HeadAttestationDetails : DetailsModel
{
    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>The organisation that the person heads or is to head.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public Guid PositionId { get; init; }

    public string? PositionName { get; init; }

    /// <summary>The commission that decided, as the founder's act names it.</summary>
    public string Commission { get; init; } = "";

    /// <summary>Day of the decision.</summary>
    public DateOnly DecidedOn { get; init; }

    /// <summary>Granted: the person conforms with the post.</summary>
    public AttestationOutcome Outcome { get; init; }

    /// <summary>Number of the founder's act.</summary>
    public string? ActNumber { get; init; }

    public DateOnly? ActDate { get; init; }

    /// <summary>From what the decision is known; null: not said.</summary>
    public string? Source { get; init; }

    /// <summary>The person did not hold the post that day: a candidate for it.</summary>
    public bool IsCandidate { get; init; }

    /// <summary>The day when the next is due; null: refused.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The norm that set the term (ATT-25): the founder's, where the centre has entered it.</summary>
    public RuleReference Rule { get; init; } = null!;

    public AttestationState State { get; init; }

    public DateOnly? AnnulledOn { get; init; }

    public string? AnnulmentReason { get; init; }
}

/// <summary>An attestation of a head in a list.</summary>
public sealed record HeadAttestationListItem
{
    public Guid Id { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person never worked at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public PositionReference Position { get; init; } = null!;

    /// <summary>The commission that decided, as the founder's act names it.</summary>
    public string Commission { get; init; } = "";

    public DateOnly DecidedOn { get; init; }

    public AttestationOutcome Outcome { get; init; }

    /// <summary>The person did not hold the post that day: a candidate for it.</summary>
    public bool IsCandidate { get; init; }

    /// <summary>The day when the next is due; null: refused.</summary>
    public DateOnly? ValidUntil { get; init; }

    public AttestationState State { get; init; }

    public int Version { get; init; }
}

internal sealed class HeadAttestationProjections : Profile
{
    public HeadAttestationProjections() =>
        CreateProjection<HeadAttestation, HeadAttestationDetails>()
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
            );
}
