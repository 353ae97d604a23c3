namespace MethodCenter.Domain.Territory.Employees;

/// <summary>Работник: a person employed by an organisation or by the centre.</summary>
/// <remarks>
/// Holds as little about the person as the centre's reports need (PD-3). Birth date and СНИЛС leave the service only by
/// an explicit, logged request with a permission of its own.
/// </remarks>
public sealed class Employee : AggregateRoot, IHeld
{
    public const int NameMaxLength = 50;
    public const int SearchKeyMaxLength = 160;

    private readonly List<Employment> _employments = [];
    private readonly List<Absence> _absences = [];

    private Employee() { }

    [PersonalData]
    public string LastName { get; private set; } = null!;

    [PersonalData]
    public string FirstName { get; private set; } = null!;

    /// <summary>Отчество; null where the person has none.</summary>
    [PersonalData]
    public string? Patronymic { get; private set; }

    [PersonalData]
    public DateOnly? BirthDate { get; private set; }

    [PersonalData]
    public Sex? Sex { get; private set; }

    [PersonalData]
    public Snils? Snils { get; private set; }

    [PersonalData]
    public EducationLevel? Education { get; private set; }

    /// <summary>First day of teaching work: experience is counted from it.</summary>
    [PersonalData]
    public DateOnly? TeachingSince { get; private set; }

    /// <summary>«Вне территории»: a learner or lecturer who works for nobody of the network; he stands in no base of it.</summary>
    public bool OutsideTerritory { get; private set; }

    /// <summary>Normal form of the full name, for search and sorting.</summary>
    [PersonalData]
    public string NameKey { get; private set; } = null!;

    /// <summary>The form under which the full name looks like others (<see cref="NameLikeness"/>).</summary>
    [PersonalData]
    public string LikeKey { get; private set; } = null!;

    public IReadOnlyList<Employment> Employments => _employments;

    public IReadOnlyList<Absence> Absences => _absences;

    public static Result<Employee> Register(EmployeeCard card, DateOnly today)
    {
        var employee = new Employee();
        return employee.UpdateCard(card, today).Map(_ => employee);
    }

    /// <param name="card">What is written.</param>
    /// <param name="today">The day.</param>
    /// <param name="tellsBirth">
    /// Whether the refusal may tell something of the birth date on file; false: whoever tries one first day of work after
    /// another would find it.
    /// </param>
    public Result<Nothing> UpdateCard(EmployeeCard card, DateOnly today, bool tellsBirth = true)
    {
        if (card.BirthDate > today || card.BirthDate < new DateOnly(1900, 1, 1))
        {
            return EmployeeErrors.ImpossibleBirthDate;
        }

        if (card.TeachingSince > today)
        {
            return EmployeeErrors.TeachingSinceInFuture;
        }

        // Nobody teaches before the age of 14, the earliest at which a labour contract can be made (ТК ст. 63).
        if (tellsBirth && card.TeachingSince < card.BirthDate?.PlusYears(14))
        {
            return EmployeeErrors.TeachingBeforeFourteen;
        }

        if (_employments.Count > 0 && _employments.Min(place => place.From) is var from && card.BirthDate >= from)
        {
            return EmployeeErrors.BirthAfterEmployment(from, "/birthDate");
        }

        var patronymic = NameSpelling.Patronymic(card.Patronymic);
        if (
            (LastName, FirstName, Patronymic, Education, TeachingSince)
            != (card.LastName, card.FirstName, patronymic, card.Education, card.TeachingSince)
        )
        {
            KeepForFormerEmployers(today);
        }

        (LastName, FirstName, Patronymic) = (card.LastName, card.FirstName, patronymic);
        (BirthDate, Sex, Snils) = (card.BirthDate, card.Sex, card.Snils);
        (Education, TeachingSince) = (card.Education, card.TeachingSince);
        OutsideTerritory = card.OutsideTerritory;
        NameKey = SearchText.Normalize($"{LastName} {FirstName} {Patronymic}");
        LikeKey = NameLikeness.Of(NameKey);
        return Nothing.Done;
    }

    /// <summary>What the card says before it changes stays with those for whom the person no longer works (PD-3).</summary>
    private void KeepForFormerEmployers(DateOnly today)
    {
        foreach (var left in _employments.Where(place => place.To < today))
        {
            left.Keep(this);
        }
    }

    /// <summary>Records that the person works for an organisation in a position.</summary>
    /// <remarks>
    /// The main place of work is one at a time; part-time work may overlap freely (ТК ст. 60.1, 282). Who bears the mark
    /// «вне территории» and comes to work for the network keeps it, and so stays out of every base: that is warned of.
    /// </remarks>
    /// <param name="organisationId">The employer.</param>
    /// <param name="positionId">The post.</param>
    /// <param name="terms">Kind, rate and days.</param>
    /// <param name="employerIsOutside">Whether the employer lies outside the territory.</param>
    public Result<Employment> Employ(
        Guid organisationId,
        Guid positionId,
        EmploymentTerms terms,
        bool employerIsOutside
    )
    {
        if (terms.To < terms.From)
        {
            return EmployeeErrors.EmploymentEndsBeforeStart;
        }

        if (BirthDate >= terms.From)
        {
            return EmployeeErrors.BirthAfterEmployment(terms.From, "/from");
        }

        if (
            _employments.Exists(other =>
                other.OrganisationId == organisationId
                && other.PositionId == positionId
                && other.Kind == terms.Kind
                && other.Period.Overlaps(terms.Period)
            )
        )
        {
            return EmployeeErrors.AlreadyEmployed;
        }

        if (
            terms.Kind == EmploymentKind.Main
            && _employments.Exists(other => other.Kind == EmploymentKind.Main && other.Period.Overlaps(terms.Period))
        )
        {
            return EmployeeErrors.SecondMainEmployment;
        }

        var employment = new Employment(Id, organisationId, positionId, terms);
        _employments.Add(employment);
        Raise(new EmployeeEmployed(Id, organisationId, positionId));
        return OutsideTerritory && !employerIsOutside
            ? Result<Employment>.Accept(employment, [EmployeeErrors.OutsideButEmployed])
            : employment;
    }

    /// <summary>Brings rate and end of an employment up to what the employer's list says; true: something changed.</summary>
    public Result<bool> Amend(Guid employmentId, decimal rate, DateOnly? to)
    {
        if (_employments.Find(employment => employment.Id == employmentId) is not { } employment)
        {
            return EmployeeErrors.EmploymentNotFound;
        }

        if (employment.Rate == rate && employment.To == to)
        {
            return false;
        }

        if (to < employment.From)
        {
            return EmployeeErrors.EmploymentEndsBeforeStart;
        }

        var period = new Period(employment.From, to);
        if (
            employment.Kind == EmploymentKind.Main
            && _employments.Exists(other =>
                other != employment && other.Kind == EmploymentKind.Main && other.Period.Overlaps(period)
            )
        )
        {
            return EmployeeErrors.SecondMainEmployment;
        }

        var dismissed = employment.To is null && to is not null;
        employment.Amend(rate, to);
        if (dismissed)
        {
            Raise(new EmployeeDismissed(Id, employment.OrganisationId, employment.PositionId));
        }

        return true;
    }

    /// <summary>Ends an employment; the last day of work is inclusive.</summary>
    public Result<Employment> Dismiss(Guid employmentId, DateOnly lastDay)
    {
        if (_employments.Find(employment => employment.Id == employmentId) is not { } employment)
        {
            return EmployeeErrors.EmploymentNotFound;
        }

        if (lastDay < employment.From)
        {
            return EmployeeErrors.EmploymentEndsBeforeStart;
        }

        if (employment.To <= lastDay)
        {
            return EmployeeErrors.EmploymentEnded(employment.To.Value);
        }

        employment.End(lastDay);
        Raise(new EmployeeDismissed(Id, employment.OrganisationId, employment.PositionId));
        return employment;
    }

    /// <summary>Records a leave or a long illness: it moves the term of the conformity attestation (ATT-4).</summary>
    public Result<Absence> RecordAbsence(AbsenceKind kind, DateOnly from, DateOnly? to)
    {
        if (to < from)
        {
            return EmployeeErrors.AbsenceEndsBeforeStart;
        }

        if (_absences.Exists(other => other.Kind == kind && other.Period.Overlaps(new Period(from, to))))
        {
            return EmployeeErrors.AbsenceOverlaps;
        }

        var absence = new Absence(Id, kind, from, to);
        _absences.Add(absence);
        return absence;
    }

    /// <summary>Records the return from an absence whose end was open.</summary>
    public Result<Absence> EndAbsence(Guid absenceId, DateOnly lastDay)
    {
        if (_absences.Find(absence => absence.Id == absenceId) is not { } absence)
        {
            return EmployeeErrors.AbsenceNotFound;
        }

        if (lastDay < absence.From)
        {
            return EmployeeErrors.AbsenceEndsBeforeStart;
        }

        absence.End(lastDay);
        return absence;
    }

    /// <summary>
    /// A key that meets another name and another birth date is somebody else's: one of the two may change or be wrong.
    /// </summary>
    public static Error? RefuseKeyOf(bool sameName, DateOnly? born, DateOnly? given) =>
        !sameName && born is not null && given is not null && born != given ? EmployeeErrors.KeyOfSomebodyElse : null;

    public bool WorksAt(Guid organisationId, DateOnly day) =>
        _employments.Exists(employment =>
            employment.OrganisationId == organisationId && employment.Period.Contains(day)
        );

    /// <summary>The place of work that represents the person on a day: the main one, else the earliest begun.</summary>
    /// <param name="day">The day asked for.</param>
    /// <param name="among">Limits the places of work that count.</param>
    public Employment? PlaceOfWork(DateOnly day, Func<Employment, bool>? among = null) =>
        _employments
            .Where(employment => employment.Period.Contains(day) && (among is null || among(employment)))
            .OrderBy(employment => employment.Kind != EmploymentKind.Main)
            .ThenBy(employment => employment.From)
            .ThenBy(employment => employment.Id)
            .FirstOrDefault();
}
