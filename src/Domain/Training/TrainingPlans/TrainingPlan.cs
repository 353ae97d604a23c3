namespace MethodCenter.Domain.Training.TrainingPlans;

/// <summary>
/// Training plan: who of an organisation is to be trained in a calendar year, at what and when (POL-23).
/// </summary>
/// <remarks>
/// Built from those due in the year (DPO-7) and the needs that were stated (POL-22); what a person has edited outlives
/// every building anew.
/// </remarks>
public sealed class TrainingPlan : AggregateRoot, IOrganisationOwned
{
    public const int FirstYear = 2010;
    public const int LastYear = 2100;

    private readonly List<TrainingPlanEntry> _entries = [];

    private TrainingPlan() { }

    public Guid OrganisationId { get; private init; }

    /// <summary>Calendar year.</summary>
    public int Year { get; private init; }

    /// <summary>Day on which it was last built.</summary>
    public DateOnly BuiltOn { get; private set; }

    public IReadOnlyList<TrainingPlanEntry> Entries => _entries;

    /// <summary>Makes a plan and builds it.</summary>
    public static Result<TrainingPlan> Create(Guid organisationId, int year, PlanBasis basis, DateOnly today)
    {
        var plan = new TrainingPlan { OrganisationId = organisationId, Year = year };
        return plan.Build(basis, today).Map(_ => plan);
    }

    /// <summary>
    /// Builds it anew: adds who is due or needed by now, takes out who no longer is. What a person has entered, moved
    /// or dropped stays as it is. A person who is due and has a need is listed once, unless somebody has edited the
    /// entry of the term: the training needed is the one that is due.
    /// </summary>
    public Result<Nothing> Build(PlanBasis basis, DateOnly today)
    {
        if (Year < today.Year)
        {
            return TrainingPlanErrors.YearPassed(today.Year);
        }

        _entries.RemoveAll(entry => !entry.Edited && !IsJustified(entry, basis));
        var lastDays = basis.Due.ToDictionary(due => due.EmployeeId);
        foreach (var need in basis.Needs.Where(need => !_entries.Exists(entry => entry.NeedId == need.NeedId)))
        {
            _entries.Add(new TrainingPlanEntry(this, need));
        }

        foreach (var entry in _entries.Where(entry => entry.HasTerm && !IsAchieved(entry, basis)))
        {
            var due = lastDays.GetValueOrDefault(entry.EmployeeId);
            entry.FallDue(due, due is null ? null : QuarterOf(due.DueOn, today));
        }

        foreach (var due in basis.Due.Where(due => !IsAnswered(due, basis)))
        {
            _entries.Add(new TrainingPlanEntry(this, due, QuarterOf(due.DueOn, today)));
        }

        BuiltOn = today;
        return Nothing.Done;
    }

    /// <summary>Enters somebody by hand.</summary>
    /// <param name="employeeId">Who.</param>
    /// <param name="employed">He works for the organisation today.</param>
    /// <param name="placement">What and when.</param>
    /// <param name="today">The day.</param>
    public Result<TrainingPlanEntry> Add(Guid employeeId, bool employed, PlanPlacement placement, DateOnly today)
    {
        if (!employed)
        {
            return TrainingPlanErrors.NotEmployed;
        }

        if ((RefusePassed(today) ?? placement.Refuse()) is { } wrong)
        {
            return wrong;
        }

        if (_entries.Exists(entry => entry.EmployeeId == employeeId && !entry.Dropped && entry.IsAbout(placement)))
        {
            return TrainingPlanErrors.AlreadyPlanned;
        }

        var entry = new TrainingPlanEntry(this, employeeId, placement);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Moves an entry to another time, programme or provider.</summary>
    public Result<Nothing> Move(Guid entryId, PlanPlacement placement, DateOnly today)
    {
        if (_entries.Find(entry => entry.Id == entryId) is not { } entry)
        {
            return TrainingPlanErrors.EntryNotFound;
        }

        if (entry.Dropped)
        {
            return TrainingPlanErrors.EntryDropped;
        }

        if ((RefusePassed(today) ?? placement.Refuse()) is { } wrong)
        {
            return wrong;
        }

        entry.Place(placement);
        return Nothing.Done;
    }

    /// <summary>
    /// Drops an entry with a reason; it stays in the plan as dropped, so that no building brings it back.
    /// </summary>
    /// <returns>The need that it stood for, which is open again.</returns>
    public Result<Guid?> Drop(Guid entryId, string reason)
    {
        if (_entries.Find(entry => entry.Id == entryId) is not { } entry)
        {
            return TrainingPlanErrors.EntryNotFound;
        }

        if (entry.Dropped)
        {
            return TrainingPlanErrors.EntryDropped;
        }

        entry.Drop(reason);
        return entry.NeedId;
    }

    /// <summary>A row whose need is satisfied answers for nobody who is due all the same.</summary>
    private bool IsAnswered(DuePerson due, PlanBasis basis) =>
        _entries.Exists(entry =>
            entry.Answers(due.EmployeeId) && !(entry.NeedId is { } need && basis.SatisfiedNeeds.Contains(need))
        );

    private static bool IsAchieved(TrainingPlanEntry entry, PlanBasis basis) =>
        basis.TrainedInYear.Contains(entry.EmployeeId)
        || (entry.NeedId is { } need && basis.SatisfiedNeeds.Contains(need));

    private bool IsDropped(NeededTraining need) =>
        _entries.Exists(entry => entry.NeedId == need.NeedId && entry.Dropped);

    private Error? RefusePassed(DateOnly today) => Year < today.Year ? TrainingPlanErrors.YearPassed(today.Year) : null;

    private bool IsJustified(TrainingPlanEntry entry, PlanBasis basis) =>
        entry.Origin switch
        {
            PlanEntryOrigin.Due => basis.TrainedInYear.Contains(entry.EmployeeId)
                || (
                    basis.Due.Any(due => due.EmployeeId == entry.EmployeeId)
                    && !basis.Needs.Any(need => need.EmployeeId == entry.EmployeeId && !IsDropped(need))
                ),
            PlanEntryOrigin.Need => basis.Needs.Any(need => need.NeedId == entry.NeedId)
                || basis.SatisfiedNeeds.Contains(entry.NeedId!.Value),
            _ => true,
        };

    /// <summary>The quarter of the last day; those who are late or were never trained go first.</summary>
    private int QuarterOf(DateOnly? dueOn, DateOnly today)
    {
        var first = Year == today.Year ? Quarter(today) : 1;
        return dueOn is { } day && day.Year == Year ? Math.Max(first, Quarter(day)) : first;
    }

    private static int Quarter(DateOnly day) => ((day.Month - 1) / 3) + 1;
}

/// <summary>From what a plan is built.</summary>
/// <param name="Due">Whose training runs out in the year or has run out before.</param>
/// <param name="TrainedInYear">Those already trained in the year: the plan keeps what it has achieved.</param>
/// <param name="Needs">Needs of named employees that are neither satisfied nor declined.</param>
/// <param name="SatisfiedNeeds">Needs that the plan has achieved.</param>
public sealed record PlanBasis(
    IReadOnlyList<DuePerson> Due,
    IReadOnlySet<Guid> TrainedInYear,
    IReadOnlyList<NeededTraining> Needs,
    IReadOnlySet<Guid> SatisfiedNeeds
);

/// <summary>Somebody whose training runs out.</summary>
/// <param name="EmployeeId">Who.</param>
/// <param name="DueOn">Last day by which the next training should be completed; null: never trained.</param>
public sealed record DuePerson(Guid EmployeeId, DateOnly? DueOn);

/// <summary>A stated need of a named employee.</summary>
public sealed record NeededTraining(Guid NeedId, Guid EmployeeId, Guid? ProgrammeId, string? Topic);

/// <summary>What and when, as a person plans it.</summary>
/// <param name="ProgrammeId">Null: not chosen yet.</param>
/// <param name="Topic">The topic, where no programme is chosen.</param>
/// <param name="Provider">Who teaches; null: the centre, or not chosen yet.</param>
/// <param name="Quarter">From 1 to 4.</param>
/// <param name="Month">Month of the year within the quarter; null: not known yet.</param>
public sealed record PlanPlacement(Guid? ProgrammeId, string? Topic, string? Provider, int Quarter, int? Month)
{
    internal Error? Refuse() =>
        Quarter is < 1 or > 4 ? TrainingPlanErrors.NoSuchQuarter
        : Month is { } month && (month is < 1 or > 12 || ((month - 1) / 3) + 1 != Quarter)
            ? TrainingPlanErrors.MonthOutsideQuarter(Quarter)
        : null;
}
