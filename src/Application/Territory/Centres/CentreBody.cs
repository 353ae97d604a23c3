using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>What is written on the card of a centre.</summary>
public record CentreBody
{
    /// <summary>Short name.</summary>
    public required string ShortName { get; init; }

    /// <summary>Full name.</summary>
    public required string FullName { get; init; }

    /// <summary>Municipality or district that the centre serves.</summary>
    public required string Territory { get; init; }

    /// <summary>IANA time zone, e.g. <c>Europe/Moscow</c>.</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    public string? Address { get; init; }

    internal CentreCard ToCard() => new(ShortName, FullName, Territory, TimeZone, Address);
}
