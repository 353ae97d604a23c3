namespace MethodCenter.Domain.Territory.Centres;

/// <summary>Информационно-методический центр: the institution that runs the service, the tenant of all records.</summary>
public sealed class Centre : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int ShortNameMaxLength = 150;
    public const int FullNameMaxLength = 400;
    public const int TerritoryMaxLength = 200;
    public const int TimeZoneMaxLength = 60;
    public const int AddressMaxLength = 300;

    private Centre() { }

    /// <summary>What clients name in <c>X-Centre</c>: lower case Latin letters, digits and hyphens. Never changes.</summary>
    public string Code { get; private init; } = null!;

    public string ShortName { get; private set; } = null!;

    public string FullName { get; private set; } = null!;

    /// <summary>The municipality or city district that the centre serves.</summary>
    public string Territory { get; private set; } = null!;

    /// <summary>IANA zone in which the centre's days begin and end, e.g. <c>Asia/Novokuznetsk</c>.</summary>
    public string TimeZone { get; private set; } = null!;

    public string? Address { get; private set; }

    public static Result<Centre> Register(string code, CentreCard card)
    {
        var centre = new Centre { Code = code };
        if (centre.UpdateCard(card).Error is { } error)
        {
            return error;
        }

        centre.Raise(new CentreRegistered(centre.Id));
        return centre;
    }

    public Result<Nothing> UpdateCard(CentreCard card)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(card.TimeZone, out _))
        {
            return CentreErrors.UnknownTimeZone(card.TimeZone);
        }

        // Windows has names of its own for zones, which calendars and other systems do not know.
        if (
            TimeZoneInfo.TryConvertWindowsIdToIanaId(card.TimeZone, out var iana)
            && !TimeZoneInfo.TryConvertIanaIdToWindowsId(card.TimeZone, out _)
        )
        {
            return CentreErrors.WindowsTimeZone(card.TimeZone, iana);
        }

        (ShortName, FullName, Territory) = (card.ShortName, card.FullName, card.Territory);
        (TimeZone, Address) = (card.TimeZone, card.Address);
        return Nothing.Done;
    }
}

/// <summary>What is written on the card of a centre.</summary>
public sealed record CentreCard(string ShortName, string FullName, string Territory, string TimeZone, string? Address);

/// <summary>There is a new centre: other contexts fill their vocabularies for it.</summary>
public sealed record CentreRegistered(Guid SubjectId) : IDomainEvent;
