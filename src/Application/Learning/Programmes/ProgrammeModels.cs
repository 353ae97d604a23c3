using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Дополнительная профессиональная программа.</summary>
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
}

/// <summary>Программа в списке.</summary>
public sealed record ProgrammeListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public ProgrammeKind Kind { get; init; }

    public int Hours { get; init; }

    public ProgrammeLine Line { get; init; }

    public ProgrammeStatus Status { get; init; }
}

internal sealed class ProgrammeProjections : Profile
{
    public ProgrammeProjections()
    {
        CreateProjection<Programme, ProgrammeDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Programme, ProgrammeListItem>();
    }
}

public static class ProgrammePermissions
{
    public const string Read = "programmes.read";
    public const string Write = "programmes.write";
}
