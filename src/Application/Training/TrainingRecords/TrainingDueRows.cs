using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Topics;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>A teacher on a day, with his latest training that counts.</summary>
internal sealed class TrainingDueRow
{
    /// <summary>Of the employee.</summary>
    public Guid Id { get; init; }

    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    public string NameKey { get; init; } = "";

    public Guid OrganisationId { get; init; }

    public string OrganisationCode { get; init; } = "";

    public string OrganisationName { get; init; } = "";

    public string OrganisationKey { get; init; } = "";

    /// <summary>Null: never.</summary>
    public DateOnly? LastOn { get; init; }
}

/// <summary>The place of work that represents a teacher on a day, with his latest training that counts.</summary>
internal sealed class TrainingDuePlace
{
    public Guid EmployeeId { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>Null: never.</summary>
    public DateOnly? LastOn { get; init; }
}

/// <summary>Who is in the base of the report of due training, as one query that the database answers.</summary>
/// <remarks>
/// Everybody who works in a teaching post on the day stands once, at the place of work that represents him: the main
/// one, else the earliest begun, among those the caller answers for. So the organisations add up to the whole.
/// Training counts wherever it was entered: it stays with the person, and a caller limited to an organisation must not
/// get another state than the centre would.
/// </remarks>
internal sealed class TrainingDueRows(ITrainingStore training, ITerritoryStore territory, Caller caller)
{
    private (Guid Centre, bool All, Guid[] Reach) Scope =>
        (caller.Scope.CentreId, caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);

    public IQueryable<TrainingDueRow> On(DateOnly asOf)
    {
        var rows =
            from place in PlacesOn(asOf)
            join employee in territory.SeenEmployees.IgnoreQueryFilters([
                QueryFilters.Organisations,
                QueryFilters.Centre,
            ])
                on place.EmployeeId equals employee.Id
            join organisation in territory.Organisations on place.OrganisationId equals organisation.Id
            select new TrainingDueRow
            {
                Id = employee.Id,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                NameKey = employee.NameKey,
                OrganisationId = organisation.Id,
                OrganisationCode = organisation.Code,
                OrganisationName = organisation.ShortName,
                OrganisationKey = organisation.NameKey,
                LastOn = place.LastOn,
            };
        return rows.AsNoTracking();
    }

    /// <summary>The same teachers for counting: no name is looked up.</summary>
    public IQueryable<TrainingDuePlace> PlacesOn(DateOnly asOf) => With(asOf, Completions(asOf));

    /// <summary>The same teachers, with the latest training on a topic.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="parts">What stands in the keys of whatever is about it (<see cref="TopicVocabulary.PartsOf"/>).</param>
    public IQueryable<TrainingDuePlace> PlacesOnTopic(DateOnly asOf, IReadOnlyList<string> parts) =>
        With(asOf, OfTopic(asOf, parts));

    private IQueryable<TrainingDuePlace> With(DateOnly asOf, IQueryable<Completion> completions)
    {
        var places = TeachingPlaces(asOf);
        var lasts = completions
            .GroupBy(completion => completion.EmployeeId)
            .Select(group => new { EmployeeId = group.Key, On = group.Max(completion => completion.On) });

        // The default filters are off in the whole query. That by organisations, since the training has to be seen whole:
        // the places of work above hold the caller's reach instead. That by centre, since it would stand at every table,
        // and a server that takes each for a choice of its own expects one teacher where there are thousands and reads
        // the training anew for each: it stands where the rows begin, and the others are reached by their keys.
        var rows =
            from place in places.IgnoreQueryFilters([QueryFilters.Organisations, QueryFilters.Centre])
            where
                !places.Any(other =>
                    other.EmployeeId == place.EmployeeId
                    && (
                        (other.Kind == EmploymentKind.Main && place.Kind != EmploymentKind.Main)
                        || (
                            (other.Kind == EmploymentKind.Main) == (place.Kind == EmploymentKind.Main)
                            && (other.From < place.From || (other.From == place.From && other.Id < place.Id))
                        )
                    )
                )
            join found in lasts on place.EmployeeId equals found.EmployeeId into trained
            from last in trained.DefaultIfEmpty()
            select new TrainingDuePlace
            {
                EmployeeId = place.EmployeeId,
                OrganisationId = place.OrganisationId,
                LastOn = last == null ? null : last.On,
            };
        return rows.AsNoTracking();
    }

    /// <summary>The organisations of the network that the caller answers for.</summary>
    public IQueryable<Organisation> Organisations()
    {
        var (centre, all, reach) = Scope;
        return territory.Organisations.Where(organisation =>
            organisation.CentreId == centre
            && !organisation.OutsideTerritory
            && (all || reach.Contains(organisation.Id))
        );
    }

    private IQueryable<Employment> TeachingPlaces(DateOnly asOf)
    {
        var (centre, all, reach) = Scope;
        var positions = territory.Positions;
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        return territory.Employments.Where(place =>
            place.CentreId == centre
            && !organisations.Contains(place.OrganisationId)
            && !employees.Contains(place.EmployeeId)
            && (all || reach.Contains(place.OrganisationId))
            && place.From <= asOf
            && (place.To == null || place.To >= asOf)
            && positions.Any(position =>
                position.Id == place.PositionId && position.Category == PositionCategory.Teaching
            )
        );
    }

    /// <summary>Training that counts (DPO-7), from the records and from the centre's own courses.</summary>
    private IQueryable<Completion> Completions(DateOnly asOf)
    {
        var (centre, counting) = (Scope.Centre, TrainingNorms.Counting);
        var recorded = training
            .TrainingRecords.Where(record =>
                record.CentreId == centre
                && record.State == TrainingRecordState.Recorded
                && record.CompletedOn <= asOf
                && counting.Contains(record.Kind)
            )
            .Select(record => new Completion { EmployeeId = record.EmployeeId, On = record.CompletedOn });
        var taught =
            from enrolment in training.Enrolments
            join course in training.Courses on enrolment.CourseId equals course.Id
            join programme in training.Programmes on course.ProgrammeId equals programme.Id
            where
                enrolment.CentreId == centre
                && enrolment.State == EnrolmentState.Completed
                && course.EndsOn <= asOf
                && counting.Contains(programme.Kind)
            select new Completion { EmployeeId = enrolment.EmployeeId, On = course.EndsOn };
        return recorded.Concat(taught);
    }

    /// <summary>Training that bears the topic, and courses of the centre whose programme bears it (KEM-38).</summary>
    private IQueryable<Completion> OfTopic(DateOnly asOf, IReadOnlyList<string> parts)
    {
        var (centre, counting) = (Scope.Centre, TrainingNorms.Counting);
        var recorded = training
            .TrainingRecords.Where(record =>
                record.CentreId == centre
                && record.State == TrainingRecordState.Recorded
                && record.CompletedOn <= asOf
                && counting.Contains(record.Kind)
                && parts.Any(part => record.TopicsKey.Contains(part))
            )
            .Select(record => new Completion { EmployeeId = record.EmployeeId, On = record.CompletedOn });
        var taught =
            from enrolment in training.Enrolments
            join course in training.Courses on enrolment.CourseId equals course.Id
            join programme in training.Programmes.OnTopic(parts) on course.ProgrammeId equals programme.Id
            where
                enrolment.CentreId == centre
                && enrolment.State == EnrolmentState.Completed
                && course.EndsOn <= asOf
                && counting.Contains(programme.Kind)
            select new Completion { EmployeeId = enrolment.EmployeeId, On = course.EndsOn };
        return recorded.Concat(taught);
    }

    private sealed class Completion
    {
        public Guid EmployeeId { get; init; }

        public DateOnly On { get; init; }
    }
}
