namespace MethodCenter.Domain.Common;

/// <summary>Days from–to, both inclusive. An open end means "still".</summary>
public readonly record struct Period(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Overlaps(Period other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);
}
