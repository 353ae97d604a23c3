using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>Card of a methodical centre.</summary>
public sealed record CentreDetails : DetailsModel
{
    public string Code { get; init; } = "";

    /// <summary>For trying out clients: requests may name the day on which they act.</summary>
    public bool Sandbox { get; init; }

    public string ShortName { get; init; } = "";

    public string FullName { get; init; } = "";

    public string Territory { get; init; } = "";

    /// <summary>IANA time zone of the centre's days.</summary>
    public string TimeZone { get; init; } = "";

    public string? Address { get; init; }

    /// <summary>Legal form.</summary>
    public string? LegalForm { get; init; }

    /// <summary>Who has founded the centre.</summary>
    public CentreFounder? Founder { get; init; }

    /// <summary>Names that the centre bore before, the oldest first.</summary>
    public IReadOnlyList<CentreFormerName> FormerNames
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The centre's own licence for educational activity.</summary>
    public CentreLicence? Licence { get; init; }

    /// <summary>Departments of the centre.</summary>
    public IReadOnlyList<CentreDepartment> Departments
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Head of the centre, who signs its papers.</summary>
    public CentreOfficial? Head { get; init; }

    /// <summary>Who signs documents of education beside the head.</summary>
    public CentreOfficial? Secretary { get; init; }

    /// <summary>Telephones of the centre.</summary>
    public IReadOnlyList<string> Phones
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Address of the centre's site.</summary>
    public string? Site { get; init; }

    /// <summary>Town, as papers name it.</summary>
    public string? Town { get; init; }

    /// <summary>What stands behind the number of an order, by its kind; null: «у».</summary>
    public CentreOrderIndexes? OrderIndexes { get; init; }
}

/// <summary>A methodical centre in a list.</summary>
public sealed record CentreListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    /// <summary>For trying out clients: requests may name the day on which they act.</summary>
    public bool Sandbox { get; init; }

    public string ShortName { get; init; } = "";

    public string Territory { get; init; } = "";

    public int Version { get; init; }
}

internal sealed class CentreProjections : Profile
{
    public CentreProjections()
    {
        CreateProjection<Centre, CentreDetails>().ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Centre, CentreListItem>();
    }
}
