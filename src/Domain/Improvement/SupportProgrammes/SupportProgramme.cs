namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>Программа адресной методической помощи («500+» or a successor) with its yearly cycles (RISK-1).</summary>
public sealed class SupportProgramme : AggregateRoot, IHeld
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 300;
    public const int BasisMaxLength = RuleReference.BasisMaxLength;

    private readonly List<SupportCycle> _cycles = [];

    private SupportProgramme() { }

    /// <summary>The centre's own code of the programme; unique within the centre.</summary>
    public string Code { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    /// <summary>Normal form of the name, for search and sorting.</summary>
    public string NameKey { get; private set; } = null!;

    /// <summary>The act that set the programme up; null: not known to the centre.</summary>
    public string? Basis { get; private set; }

    public IReadOnlyList<SupportCycle> Cycles => _cycles;

    public static SupportProgramme Register(SupportProgrammeCard card)
    {
        var programme = new SupportProgramme();
        programme.ChangeCard(card);
        return programme;
    }

    public void ChangeCard(SupportProgrammeCard card)
    {
        (Code, Name, Basis) = (card.Code, card.Name, card.Basis);
        NameKey = SearchText.Normalize(Name);
    }

    /// <summary>Opens the one cycle of a year, with the risk dictionary that holds in it (RISK-1).</summary>
    /// <remarks>
    /// The cycle of a year begins before it: coordinators and curators are appointed in December (RISK-10). So the
    /// days need not lie within the year, but must touch it.
    /// </remarks>
    public Result<SupportCycle> OpenCycle(int year, RiskEdition edition, DateOnly startsOn, DateOnly endsOn)
    {
        if (endsOn < startsOn)
        {
            return SupportProgrammeErrors.CycleEndsBeforeStart(startsOn);
        }

        if (year < startsOn.Year || year > endsOn.Year)
        {
            return SupportProgrammeErrors.CycleOutsideYear(year, startsOn, endsOn);
        }

        if (FindCycle(year) is not null)
        {
            return SupportProgrammeErrors.CycleExists(year);
        }

        var cycle = new SupportCycle(Id, year, edition.Code, startsOn, endsOn);
        _cycles.Add(cycle);
        Raise(new SupportCycleOpened(Id, cycle.Id, year, edition.Code));
        return cycle;
    }

    public SupportCycle? FindCycle(int year) => _cycles.Find(cycle => cycle.Year == year);
}

/// <summary>What is written on the card of a support programme.</summary>
public sealed record SupportProgrammeCard(string Code, string Name, string? Basis = null);

/// <summary>A year of a support programme, with the edition of the risk dictionary that holds in it (RISK-1).</summary>
public sealed class SupportCycle : Entity, IPartOf<SupportProgramme>
{
    private SupportCycle() { }

    internal SupportCycle(Guid supportProgrammeId, int year, string editionCode, DateOnly startsOn, DateOnly endsOn)
    {
        (SupportProgrammeId, Year, EditionCode) = (supportProgrammeId, year, editionCode);
        (StartsOn, EndsOn) = (startsOn, endsOn);
    }

    public Guid SupportProgrammeId { get; private init; }

    /// <summary>The calendar year by which people name the cycle.</summary>
    public int Year { get; private init; }

    /// <summary><see cref="RiskEdition.Code"/> of the risk dictionary.</summary>
    public string EditionCode { get; private init; } = null!;

    public DateOnly StartsOn { get; private init; }

    /// <summary>Last day of the cycle, inclusive.</summary>
    public DateOnly EndsOn { get; private init; }

    public Period Period => new(StartsOn, EndsOn);

    Guid IPart.RootId => SupportProgrammeId;
}

/// <summary>A programme has a cycle for one more year.</summary>
public sealed record SupportCycleOpened(Guid SubjectId, Guid CycleId, int Year, string EditionCode) : IDomainEvent;
