using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Programme of additional professional education.</summary>
public sealed record ProgrammeDetails : DetailsModel
{
    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    public ProgrammeLine Line { get; init; }

    public StudyForm Form { get; init; }

    public DateOnly ApprovedOn { get; init; }

    public ProgrammeStatus Status { get; init; }

    /// <summary>In the order in which they are taught; empty: not divided.</summary>
    public IReadOnlyList<ProgrammeModule> Modules { get; init; } = [];

    /// <summary>For whom it is; null: for everybody.</summary>
    public ProgrammeAudience? Audience { get; init; }

    /// <summary>Who teaches it; null: the centre itself.</summary>
    public string? Provider { get; init; }

    /// <summary>The provider's licence.</summary>
    public ProgrammeLicence? Licence { get; init; }

    /// <summary>What it is about: in order, each once.</summary>
    public IReadOnlyList<string> Topics
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Number of the current edition, from 1; earlier ones stand under <c>versions</c>.</summary>
    public int Edition { get; init; }

    /// <summary>Number of the act that approved the edition; null: not yet, or registered without one.</summary>
    public string? ApprovalNumber { get; init; }

    /// <summary>How often it was submitted to the internal expertise.</summary>
    public int ReviewRound { get; init; }

    /// <summary>Day of the last submission.</summary>
    public DateOnly? SubmittedOn { get; init; }
}

/// <summary>A programme in a list.</summary>
public sealed record ProgrammeListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    public int Hours { get; init; }

    public ProgrammeLine Line { get; init; }

    public ProgrammeStatus Status { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Topics
    {
        get;
        init => field = value ?? [];
    } = [];

    public int Version { get; init; }
}

internal sealed class ProgrammeProjections : Profile
{
    public ProgrammeProjections()
    {
        CreateProjection<Programme, ProgrammeDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Programme, ProgrammeListItem>();
        CreateProjection<Programme, ProgrammeVersion>()
            .ForMember(model => model.Number, options => options.MapFrom(programme => programme.Edition))
            .ForMember(model => model.ReplacedOn, options => options.MapFrom(programme => (DateOnly?)null));
        CreateProjection<ProgrammeEdition, ProgrammeVersion>();
    }
}
