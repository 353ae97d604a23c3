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
    public const int LegalFormMaxLength = 200;
    public const int FounderMaxLength = 300;
    public const int ActMaxLength = 300;
    public const int LicenceNumberMaxLength = 60;
    public const int LicenceIssuerMaxLength = 300;
    public const int DepartmentMaxLength = 200;
    public const int PostMaxLength = 200;
    public const int OfficialNameMaxLength = 100;
    public const int PhoneMaxLength = 40;
    public const int SiteMaxLength = 200;
    public const int TownMaxLength = 100;
    public const int OrderIndexMaxLength = 10;
    public const int MostFormerNames = 30;
    public const int MostDepartments = 100;
    public const int MostPhones = 10;

    private Centre() { }

    /// <summary>What clients name in <c>X-Centre</c>: lower case Latin letters, digits and hyphens. Never changes.</summary>
    public string Code { get; private init; } = null!;

    /// <summary>
    /// For trying out clients: a request may name the day on which it acts. Said when the centre is registered, and never
    /// changes: what is dated in a real centre was done on that day.
    /// </summary>
    public bool Sandbox { get; private init; }

    public string ShortName { get; private set; } = null!;

    public string FullName { get; private set; } = null!;

    /// <summary>The municipality or city district that the centre serves.</summary>
    public string Territory { get; private set; } = null!;

    /// <summary>IANA zone in which the centre's days begin and end, e.g. <c>Asia/Novokuznetsk</c>.</summary>
    public string TimeZone { get; private set; } = null!;

    public string? Address { get; private set; }

    public string? LegalForm { get; private set; }

    public CentreFounder? Founder { get; private set; }

    /// <summary>From the oldest to the last one before today's; null: none is known.</summary>
    public IReadOnlyList<CentreFormerName>? FormerNames { get; private set; }

    public CentreLicence? Licence { get; private set; }

    /// <summary>Null: none is named.</summary>
    public IReadOnlyList<CentreDepartment>? Departments { get; private set; }

    /// <summary>Who signs its papers. The post is public, so is who holds it.</summary>
    public CentreOfficial? Head { get; private set; }

    public CentreOfficial? Secretary { get; private set; }

    /// <summary>Null: none is named.</summary>
    public IReadOnlyList<string>? Phones { get; private set; }

    public string? Site { get; private set; }

    public string? Town { get; private set; }

    public CentreOrderIndexes? OrderIndexes { get; private set; }

    public static Result<Centre> Register(string code, CentreCard card, bool sandbox = false)
    {
        var centre = new Centre { Code = code, Sandbox = sandbox };
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

        if (card.Licence is { ValidUntil: { } last } licence && last < licence.IssuedOn)
        {
            return CentreErrors.LicenceEndsBeforeIssue(licence.IssuedOn);
        }

        if (card.FormerNames.GroupBy(name => name.Until).FirstOrDefault(day => day.Count() > 1) is { } twice)
        {
            return CentreErrors.TwoNamesUntil(twice.Key);
        }

        (ShortName, FullName, Territory) = (card.ShortName, card.FullName, card.Territory);
        (TimeZone, Address) = (card.TimeZone, card.Address);
        (LegalForm, Founder, Licence) = (card.LegalForm, card.Founder, card.Licence);
        (Head, Secretary) = (card.Head, card.Secretary);
        (Site, Town, OrderIndexes) = (card.Site, card.Town, card.OrderIndexes);
        FormerNames = Some([.. card.FormerNames.OrderBy(name => name.Until)]);
        (Departments, Phones) = (Some(card.Departments), Some(card.Phones));
        return Nothing.Done;
    }

    /// <summary>The full name that the centre bore on a day: a paper of the past bears the name of its day.</summary>
    public string NameOn(DateOnly day) => FormerNames?.FirstOrDefault(name => name.Until >= day)?.FullName ?? FullName;

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> items) => items.Count == 0 ? null : items;
}

/// <summary>There is a new centre: other contexts fill their vocabularies for it.</summary>
public sealed record CentreRegistered(Guid SubjectId) : IDomainEvent;
