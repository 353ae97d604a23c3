using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Training record: what an employee has completed, where and with which document.</summary>
public sealed record TrainingRecordDetails : DetailsModel
{
    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>The organisation that sent the employee: the place of work on the day of completion.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Who taught.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Title of the programme.</summary>
    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    /// <summary>Academic hours; null: not known.</summary>
    public int? Hours { get; init; }

    /// <summary>Kind of the provider; null: not known.</summary>
    public ProviderKind? ProviderKind { get; init; }

    /// <summary>First day of study; null: not known.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of study; the next training is counted from it (DPO-7).</summary>
    public DateOnly CompletedOn { get; init; }

    /// <summary>Null: not known, or none was issued.</summary>
    public TrainingDocumentKind? DocumentKind { get; init; }

    public string? DocumentNumber { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>What it was about: in order, each once.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public TrainingOrigin Origin { get; init; }

    public TrainingRecordState State { get; init; }

    public DateOnly? AnnulledOn { get; init; }

    public string? AnnulmentReason { get; init; }
}

/// <summary>A training record in a list.</summary>
public sealed record TrainingRecordListItem
{
    public Guid Id { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person never worked at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public string Provider { get; init; } = "";

    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    /// <summary>Academic hours; null: not known.</summary>
    public int? Hours { get; init; }

    /// <summary>Kind of the provider; null: not known.</summary>
    public ProviderKind? ProviderKind { get; init; }

    public DateOnly CompletedOn { get; init; }

    public TrainingDocumentKind? DocumentKind { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public TrainingOrigin Origin { get; init; }

    public TrainingRecordState State { get; init; }

    public int Version { get; init; }
}

internal sealed class TrainingRecordProjections : Profile
{
    public TrainingRecordProjections() =>
        CreateProjection<TrainingRecord, TrainingRecordDetails>()
            .Beside(model => model.FullName, record => record.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                record => record.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore());
}
