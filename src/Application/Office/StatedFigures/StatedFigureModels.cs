using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>A stated figure.</summary>
public sealed record StatedFigureDetails : DetailsModel
{
    public ReportCode Report { get; init; }

    /// <summary>By what the report counts, e.g. <c>2019-2020</c>.</summary>
    public string Period { get; init; } = "";

    /// <summary>Cell of the report, as the report itself names it in <c>key</c>.</summary>
    public string CellKey { get; init; } = "";

    public decimal Value { get; init; }

    /// <summary>Where it was published.</summary>
    public string Source { get; init; } = "";

    /// <summary>The page, or the table on it.</summary>
    public string? Page { get; init; }
}

/// <summary>A stated figure in a list.</summary>
public sealed record StatedFigureListItem
{
    public Guid Id { get; init; }

    public ReportCode Report { get; init; }

    public string Period { get; init; } = "";

    public string CellKey { get; init; } = "";

    public decimal Value { get; init; }

    public string Source { get; init; } = "";

    /// <summary>The page, or the table on it.</summary>
    public string? Page { get; init; }

    /// <summary>Revision; the ETag of the figure.</summary>
    public int Version { get; init; }
}

internal sealed class StatedFigureProjections : Profile
{
    public StatedFigureProjections()
    {
        CreateProjection<StatedFigure, StatedFigureDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<StatedFigure, StatedFigureListItem>();
    }
}
