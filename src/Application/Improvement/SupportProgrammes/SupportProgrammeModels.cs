using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>A programme of targeted methodical support with its cycles.</summary>
public sealed record SupportProgrammeDetails : DetailsModel
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The act that set the programme up.</summary>
    public string? Basis { get; init; }

    /// <summary>Cycles, the earliest first.</summary>
    public IReadOnlyList<SupportCycleModel> Cycles { get; init; } = [];
}

/// <summary>A support programme in a list.</summary>
public sealed record SupportProgrammeListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Number of cycles opened so far.</summary>
    public int Cycles { get; init; }

    public int Version { get; init; }
}

/// <summary>Cycle of a support programme: one calendar year.</summary>
public sealed record SupportCycleModel
{
    public Guid Id { get; init; }

    /// <summary>The calendar year by which people name the cycle.</summary>
    public int Year { get; init; }

    /// <summary>Code of the edition of the risk dictionary that holds in the cycle.</summary>
    public string Edition { get; init; } = "";

    public DateOnly StartsOn { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly EndsOn { get; init; }
}

internal sealed class SupportProgrammeProjections : Profile
{
    public SupportProgrammeProjections()
    {
        CreateProjection<SupportCycle, SupportCycleModel>()
            .ForMember(model => model.Edition, options => options.MapFrom(cycle => cycle.EditionCode));
        CreateProjection<SupportProgramme, SupportProgrammeDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Cycles,
                options => options.MapFrom(programme => programme.Cycles.OrderBy(cycle => cycle.Year))
            );
        CreateProjection<SupportProgramme, SupportProgrammeListItem>()
            .ForMember(model => model.Cycles, options => options.MapFrom(programme => programme.Cycles.Count));
    }
}
