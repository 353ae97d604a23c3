namespace MethodCenter.Domain.Territory.Organisations;

/// <summary>Образовательная организация that the centre supports (or the centre itself and its founder, as employers).</summary>
/// <remarks>
/// Names in published tables vary («Березовская», «Берёзовская», a bare number), so the names that people use are kept
/// as aliases and former names, and all of them are searched in one normalised form.
/// </remarks>
public sealed class Organisation : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int ShortNameMaxLength = 150;
    public const int FullNameMaxLength = 400;
    public const int LegalFormMaxLength = 40;
    public const int NumberMaxLength = 10;
    public const int FounderMaxLength = 300;
    public const int SearchKeyMaxLength = 2000;
    public const int MostNames = 50;

    private readonly List<OrganisationName> _otherNames = [];

    private Organisation() { }

    /// <summary>The centre's own code of the organisation; unique within the centre.</summary>
    public string Code { get; private set; } = null!;

    public string ShortName { get; private set; } = null!;

    public string FullName { get; private set; } = null!;

    public OrganisationKind Kind { get; private set; }

    /// <summary>Follows from <see cref="Kind"/>; kept so that reports group in the database.</summary>
    public InstitutionGroup Group { get; private set; }

    /// <summary>Организационно-правовая форма: МБОУ, ГБДОУ …</summary>
    public string? LegalForm { get; private set; }

    /// <summary>Number by which people call it («школа № 300»).</summary>
    public string? Number { get; private set; }

    /// <summary>A school that also has preschool groups (KEM-08).</summary>
    public bool HasPreschoolGroups { get; private set; }

    /// <summary>«Вне территории»: of another district, a college, a private kindergarten; it stands in no base of the network.</summary>
    public bool OutsideTerritory { get; private set; }

    /// <summary>Форма собственности; null: not known.</summary>
    public OrganisationOwnership? Ownership { get; private set; }

    /// <summary>Подчинение; null: not known, or private.</summary>
    public OrganisationSubordination? Subordination { get; private set; }

    /// <summary>Учредитель, as the charter names it.</summary>
    public string? Founder { get; private set; }

    public OrganisationStatus Status { get; private set; } = OrganisationStatus.Active;

    /// <summary>Day from which <see cref="Status"/> holds; null: since registration.</summary>
    public DateOnly? StatusSince { get; private set; }

    /// <summary>Aliases and former names.</summary>
    public IReadOnlyList<OrganisationName> OtherNames => _otherNames;

    /// <summary>Normal form of the short name, for sorting.</summary>
    public string NameKey { get; private set; } = null!;

    /// <summary>Normal form of everything it may be searched by.</summary>
    public string SearchKey { get; private set; } = null!;

    public static Result<Organisation> Register(OrganisationCard card)
    {
        var organisation = new Organisation();
        return organisation.UpdateCard(card).Map(_ => organisation);
    }

    public Result<Nothing> UpdateCard(OrganisationCard card)
    {
        if (card.Contradiction is { } contradiction)
        {
            return contradiction;
        }

        if (
            ShortName is not null
            && !Same(ShortName, card.ShortName)
            && !_otherNames.Any(name => Same(name.Name, ShortName))
        )
        {
            _otherNames.Add(new OrganisationName(Id, ShortName, OrganisationNameKind.Former));
        }

        (Code, ShortName, FullName) = (card.Code, card.ShortName, card.FullName);
        (Kind, Group) = (card.Kind, card.Kind.Group());
        (LegalForm, Number, HasPreschoolGroups) = (card.LegalForm, card.Number, card.HasPreschoolGroups);
        OutsideTerritory = card.OutsideTerritory;
        (Ownership, Subordination, Founder) = (card.Ownership, card.Subordination, card.Founder);
        ReplaceAliases(card.Aliases);
        NameKey = SearchText.Normalize(ShortName);
        SearchKey = SearchText.Join(
            [ShortName, FullName, Code, Number, .. _otherNames.Select(name => name.Name)],
            SearchKeyMaxLength
        );
        return Nothing.Done;
    }

    /// <summary>Suspends, closes or reopens it as of a day.</summary>
    public Result<Nothing> ChangeStatus(OrganisationStatus status, DateOnly since)
    {
        if (status == Status)
        {
            return OrganisationErrors.SameStatus(status);
        }

        if (since < StatusSince)
        {
            return OrganisationErrors.StatusBackInTime(StatusSince.Value);
        }

        (Status, StatusSince) = (status, since);
        return Nothing.Done;
    }

    private void ReplaceAliases(IReadOnlyList<string> aliases)
    {
        _otherNames.RemoveAll(name =>
            name.Kind == OrganisationNameKind.Alias && !aliases.Any(alias => alias == name.Name)
        );
        foreach (var alias in aliases.Where(alias => _otherNames.TrueForAll(name => name.Name != alias)).Distinct())
        {
            _otherNames.Add(new OrganisationName(Id, alias, OrganisationNameKind.Alias));
        }
    }

    private static bool Same(string left, string right) => SearchText.Normalize(left) == SearchText.Normalize(right);
}

/// <summary>What is written on the card of an organisation.</summary>
public sealed record OrganisationCard(string Code, string ShortName, string FullName, OrganisationKind Kind)
{
    public string? LegalForm { get; init; }

    public string? Number { get; init; }

    public bool HasPreschoolGroups { get; init; }

    public bool OutsideTerritory { get; init; }

    public OrganisationOwnership? Ownership { get; init; }

    public OrganisationSubordination? Subordination { get; init; }

    public string? Founder { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>No authority is set over a private organisation: whoever writes both has taken one for the other.</summary>
    internal Error? Contradiction =>
        Ownership == OrganisationOwnership.Private && Subordination is { } above
            ? OrganisationErrors.PrivateIsNotSubordinate(above)
            : null;
}

/// <summary>How another name of an organisation came about.</summary>
public enum OrganisationNameKind
{
    /// <summary>Another spelling or an abbreviation in use.</summary>
    Alias,

    /// <summary>A name it bore before a renaming.</summary>
    Former,
}

/// <summary>Another name of an organisation.</summary>
public sealed class OrganisationName : Entity, IPartOf<Organisation>
{
    private OrganisationName() { }

    internal OrganisationName(Guid organisationId, string name, OrganisationNameKind kind) =>
        (OrganisationId, Name, Kind) = (organisationId, name, kind);

    public Guid OrganisationId { get; private init; }

    public string Name { get; private init; } = null!;

    public OrganisationNameKind Kind { get; private init; }

    Guid IPart.RootId => OrganisationId;
}
