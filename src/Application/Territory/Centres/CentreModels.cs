using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>Card of a methodical centre.</summary>
public sealed record CentreDetails : DetailsModel
{
    public string Code { get; init; } = "";

    public string ShortName { get; init; } = "";

    public string FullName { get; init; } = "";

    public string Territory { get; init; } = "";

    /// <summary>IANA time zone of the centre's days.</summary>
    public string TimeZone { get; init; } = "";

    public string? Address { get; init; }
}

/// <summary>A methodical centre in a list.</summary>
public sealed record CentreListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string ShortName { get; init; } = "";

    public string Territory { get; init; } = "";
}

internal sealed class CentreProjections : Profile
{
    public CentreProjections()
    {
        CreateProjection<Centre, CentreDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Centre, CentreListItem>();
    }
}
