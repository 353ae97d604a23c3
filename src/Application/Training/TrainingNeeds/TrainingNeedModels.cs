using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Application.Training.TrainingNeeds;

/// <summary>A training need.</summary>
public sealed record TrainingNeedDetails : DetailsModel
{
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Null: people who are not named.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public int People { get; init; }

    public Guid? ProgrammeId { get; init; }

    public string? ProgrammeTitle { get; init; }

    /// <summary>The topic, where no programme is named.</summary>
    public string? Topic { get; init; }

    /// <summary>Calendar year in which the training is wanted.</summary>
    public int Year { get; init; }

    public TrainingNeedSource Source { get; init; }

    public TrainingNeedState State { get; init; }

    public DateOnly StatedOn { get; init; }

    /// <summary>Why it is needed, or why it was declined.</summary>
    public string? Comment { get; init; }
}

/// <summary>A need in a list.</summary>
public sealed record TrainingNeedListItem
{
    public Guid Id { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public Guid? EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: nobody is named, or the person no longer works at an organisation of
    /// the caller.
    /// </summary>
    public string? FullName { get; init; }

    public int People { get; init; }

    public Guid? ProgrammeId { get; init; }

    /// <summary>Title of the programme, or the topic.</summary>
    public string? Subject { get; init; }

    public int Year { get; init; }

    public TrainingNeedSource Source { get; init; }

    public TrainingNeedState State { get; init; }

    public DateOnly StatedOn { get; init; }

    public int Version { get; init; }
}

internal sealed class TrainingNeedProjections : Profile
{
    public TrainingNeedProjections() =>
        CreateProjection<TrainingNeed, TrainingNeedDetails>()
            .Beside(
                model => model.OrganisationName,
                need => need.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .Beside(model => model.FullName, need => need.EmployeeId, EmployeeNames.FullName)
            .Beside(model => model.ProgrammeTitle, need => need.ProgrammeId, (Programme programme) => programme.Title)
            .ForMember(model => model.Warnings, options => options.Ignore());
}
