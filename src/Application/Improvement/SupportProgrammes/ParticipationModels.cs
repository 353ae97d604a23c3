using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Participation of a school in a cycle of a support programme.</summary>
public sealed record ParticipationDetails : DetailsModel
{
    public Guid SupportProgrammeId { get; init; }

    public string? SupportProgrammeName { get; init; }

    public Guid CycleId { get; init; }

    /// <summary>Year of the cycle.</summary>
    public int Year { get; init; }

    /// <summary>Code of the edition of the risk dictionary by which the profile is read.</summary>
    public string Edition { get; init; } = "";

    /// <summary>The school.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>The municipal coordinator, an employee.</summary>
    public Guid CoordinatorId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the person.</summary>
    public string? CoordinatorName { get; init; }

    public DateOnly CoordinatorSince { get; init; }

    /// <summary>The curator, an employee.</summary>
    public Guid CuratorId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the person.</summary>
    public string? CuratorName { get; init; }

    public DateOnly CuratorSince { get; init; }

    public DateOnly AssignedOn { get; init; }

    public ParticipationState State { get; init; }

    /// <summary>Where the risk profile comes from; null until it is recorded.</summary>
    public string? ProfileSource { get; init; }

    public DateOnly? ProfileDate { get; init; }

    /// <summary>The school's own diagnosis, beside the official profile; null: none was recorded.</summary>
    public OwnRiskProfile? OwnProfile { get; init; }

    /// <summary>The risk profile in the order of the edition; empty until it is recorded.</summary>
    public IReadOnlyList<RiskAssessmentModel> Risks { get; init; } = [];

    public RiskCountsModel RiskCounts { get; init; } = null!;

    /// <summary>Day of the last choice of priority risks.</summary>
    public DateOnly? PrioritiesChosenOn { get; init; }

    public DateOnly? StartedOn { get; init; }

    public ParticipationOutcome? Outcome { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public string? ClosingComment { get; init; }

    /// <summary>Documents that were confirmed when it was closed.</summary>
    public IReadOnlyList<ParticipationDocument> Documents
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The second monitoring has confirmed the effect; null: nobody said.</summary>
    public bool? MonitoringConfirmed { get; init; }
}

/// <summary>A row of a risk profile: one factor and its level.</summary>
public sealed record RiskAssessmentModel
{
    /// <summary>Number of the factor in the edition of the cycle.</summary>
    public int Number { get; init; }

    /// <summary>Name of the factor when the profile was recorded.</summary>
    public string Factor { get; init; } = "";

    public RiskLevel Level { get; init; }

    /// <summary>The school works against this risk in the cycle.</summary>
    public bool IsPriority { get; init; }

    /// <summary>Why it was chosen, or why it was left out.</summary>
    public string? Reason { get; init; }
}

/// <summary>How many factors of a profile stand at each level, and how many of all are priorities.</summary>
public sealed record RiskCountsModel
{
    public int High { get; init; }

    public int Medium { get; init; }

    public int Low { get; init; }

    public int Priority { get; init; }
}

/// <summary>Participation of a school in a list.</summary>
public sealed record ParticipationListItem
{
    public Guid Id { get; init; }

    public int Year { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public Guid CoordinatorId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the person.</summary>
    public string? CoordinatorName { get; init; }

    public Guid CuratorId { get; init; }

    /// <summary>Family name, given name, patronymic; null: the caller may not see the person.</summary>
    public string? CuratorName { get; init; }

    public DateOnly AssignedOn { get; init; }

    public ParticipationState State { get; init; }

    public ParticipationOutcome? Outcome { get; init; }

    /// <summary>Number of factors rated high.</summary>
    public int HighRisks { get; init; }

    public int Version { get; init; }
}

internal sealed class ParticipationProjections : Profile
{
    public ParticipationProjections()
    {
        CreateProjection<RiskAssessment, RiskAssessmentModel>()
            .ForMember(model => model.Number, options => options.MapFrom(risk => risk.FactorNumber))
            .ForMember(model => model.Factor, options => options.MapFrom(risk => risk.FactorName));
        CreateProjection<Participation, ParticipationDetails>()
            .Beside(
                model => model.SupportProgrammeName,
                participation => participation.SupportProgrammeId,
                (SupportProgramme programme) => programme.Name
            )
            .Beside(
                model => model.CoordinatorName,
                participation => participation.CoordinatorId,
                EmployeeNames.FullName
            )
            .Beside(model => model.CuratorName, participation => participation.CuratorId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                participation => participation.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(model => model.Year, options => options.MapFrom(participation => participation.CycleYear))
            .ForMember(model => model.Edition, options => options.MapFrom(participation => participation.EditionCode))
            .ForMember(
                model => model.Risks,
                options =>
                    options.MapFrom(participation => participation.RiskAssessments.OrderBy(risk => risk.FactorNumber))
            )
            .ForMember(
                model => model.RiskCounts,
                options =>
                    options.MapFrom(participation => new RiskCountsModel
                    {
                        High = participation.RiskAssessments.Count(risk => risk.Level == RiskLevel.High),
                        Medium = participation.RiskAssessments.Count(risk => risk.Level == RiskLevel.Medium),
                        Low = participation.RiskAssessments.Count(risk => risk.Level == RiskLevel.Low),
                        Priority = participation.RiskAssessments.Count(risk => risk.IsPriority),
                    })
            );
    }
}
