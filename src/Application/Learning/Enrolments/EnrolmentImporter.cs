using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrols the persons of a list, in its order. Persons already enrolled are left as they are.</summary>
internal sealed class EnrolmentImporter(
    ILearningStore store,
    ITerritoryStore territory,
    OrganisationDirectory organisations,
    CourseMatch courses,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<EnrolmentRow, WantedEnrolment, EnrolmentDetails>(commands)
{
    private readonly Dictionary<(Guid CourseId, Guid EmployeeId), EnrolmentDetails> _known = [];
    private readonly Dictionary<Guid, string> _teams = [];
    private readonly Dictionary<TeamKey, (int Members, int Arrived)> _arriving = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from enrolment in store.Enrolments.AsNoTracking()
            join course in store.Courses on enrolment.CourseId equals course.Id
            join employee in territory.Employees on enrolment.EmployeeId equals employee.Id
            where enrolment.State != EnrolmentState.Withdrawn && enrolment.State != EnrolmentState.Cancelled
            orderby course.AcademicYear, course.Number, enrolment.Arrival
            select new KnownObject(
                enrolment.Id,
                $"{course.AcademicYear}, № {course.Number}: {employee.LastName} {employee.FirstName}"
            )
        ).AsAsyncEnumerable();

    protected override Task OpenAsync(CancellationToken cancellationToken) =>
        organisations.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedEnrolment> Resolve(IReadOnlyList<ImportRow<EnrolmentRow>> rows, string? source)
    {
        foreach (var row in rows)
        {
            var value = row.Value;
            var course = row.TakeCourse(source);
            var place = organisations.Take(row, value.Organisation, "organisation");
            var sender = organisations.Take(row, value.Sender, "sender");
            if (value is { FundingReference: not null, FundingSource: null })
            {
                row.Refuse(ImportErrors.Required, "fundingSource");
            }

            if (persons.TakePerson(row, place?.Id, source, anywhere: value.Sender is not null) is { } person)
            {
                yield return new WantedEnrolment(row, course!, person, sender?.Id) { TeamOf = sender?.Id ?? place?.Id };
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedEnrolment> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _teams.Clear();
        _arriving.Clear();
        await courses.LoadAsync([.. found.Select(one => one.Course)], source, cancellationToken);
        await persons.LoadAsync([.. found.Select(one => one.Person)], [], source, cancellationToken);
        HashSet<Guid> courseIds = [];
        HashSet<Guid> employeeIds = [];
        foreach (var one in found)
        {
            if (
                courses.Find(one.Course).Succeeded(out var course, out _)
                && course.Course is not null
                && persons.Find(one.Person).Succeeded(out var person, out _)
            )
            {
                courseIds.Add(course.Course.Id);
                employeeIds.Add(person.Id);
            }
        }

        if (courseIds.Count > 0)
        {
            var known = await store
                .Enrolments.AsNoTracking()
                .Where(enrolment =>
                    courseIds.Contains(enrolment.CourseId) && employeeIds.Contains(enrolment.EmployeeId)
                )
                .Select(projections.WithoutNames<Enrolment, EnrolmentDetails>())
                .ToListAsync(cancellationToken);
            foreach (var enrolment in known)
            {
                _known.Add((enrolment.CourseId, enrolment.EmployeeId), enrolment);
            }
        }

        if (found.Any(one => one.Row.Value.Team is not null))
        {
            await LoadTeamsAsync(found, cancellationToken);
        }
    }

    /// <summary>Which teams those on file are of, and how many of the chunk arrive with each.</summary>
    private async Task LoadTeamsAsync(IReadOnlyList<WantedEnrolment> found, CancellationToken cancellationToken)
    {
        var ids = _known.Values.Select(enrolment => enrolment.Id).ToList();
        var teams = await (
            from enrolment in store.Enrolments
            join team in store.Teams on enrolment.TeamId equals team.Id
            where ids.Contains(enrolment.Id)
            select new { enrolment.Id, team.Name }
        ).ToListAsync(cancellationToken);
        foreach (var team in teams)
        {
            _teams.Add(team.Id, team.Name);
        }

        foreach (var one in found)
        {
            if (
                TeamOf(one) is { } team
                && persons.Find(one.Person).Succeeded(out var person, out _)
                && !(
                    _known.GetValueOrDefault((team.CourseId, person.Id)) is { } known
                    && IsOnFile(one.Row.Value.State ?? EnrolmentState.Enrolled, known.State)
                )
            )
            {
                _arriving[team] = (_arriving.GetValueOrDefault(team).Members + 1, 0);
            }
        }
    }

    /// <summary>The rows of a team at the place of its first one: nobody who is sent alone takes a seat between them.</summary>
    protected override IEnumerable<IReadOnlyList<WantedEnrolment>> Together(IReadOnlyList<WantedEnrolment> found)
    {
        var teams = found.ToLookup(TeamOf);
        HashSet<TeamKey> taken = [];
        foreach (var one in found)
        {
            if (TeamOf(one) is not { } team)
            {
                yield return [one];
            }
            else if (taken.Add(team))
            {
                yield return [.. teams[team]];
            }
        }
    }

    private TeamKey? TeamOf(WantedEnrolment wanted) =>
        wanted.Row.Value.Team is { } name
        && courses.Find(wanted.Course).Succeeded(out var course, out _)
        && course.Course is not null
            ? new TeamKey(course.Course.Id, wanted.TeamOf, Team.KeyOf(name))
            : null;

    private TeamPlace? PlaceOf(WantedEnrolment wanted)
    {
        if (TeamOf(wanted) is not { } team)
        {
            return null;
        }

        var (members, arrived) = _arriving[team];
        _arriving[team] = (members, arrived + 1);
        return new TeamPlace(wanted.Row.Value.Team!, members, arrived + 1);
    }

    protected override RowPlan<EnrolmentDetails>? Plan(WantedEnrolment wanted)
    {
        var row = wanted.Row.Value;
        var course = courses.FindCourse(wanted.Row, wanted.Course);
        var person = persons.FindPerson(wanted.Row, wanted.Person);
        if (course is null || person is null)
        {
            return null;
        }

        var known = _known.GetValueOrDefault((course.Id, person.Id));
        var plan = new RowPlan<EnrolmentDetails>(known);
        var state = row.State ?? EnrolmentState.Enrolled;
        if (known is not null && IsOnFile(state, known.State))
        {
            RefuseOther(wanted, known, _teams.GetValueOrDefault(known.Id) ?? known.Team?.Name);
            if (FundingOf(row) is { } funding && funding != known.Funding)
            {
                plan.Then(
                    present => new ChangeEnrolmentFunding(
                        present.CourseId,
                        present.Id,
                        present.Version,
                        new EnrolmentFundingBody { Funding = funding }
                    ),
                    "fundingSource"
                );
            }

            return wanted.Row.Refused ? null : plan;
        }

        if (state is not (EnrolmentState.Enrolled or EnrolmentState.Waiting))
        {
            wanted.Row.RefuseBy(EnrolmentErrors.StateNotByFile(state));
            return null;
        }

        plan.Begin(
            new EnrolEmployee(
                course.Id,
                new EnrolmentBody
                {
                    EmployeeId = person.Id,
                    OrganisationId = wanted.SenderId,
                    Funding = FundingOf(row),
                    HalfYear = row.HalfYear,
                    On = row.On,
                }
            )
            {
                Team = PlaceOf(wanted),
            },
            row.CourseColumn
        );
        return plan;
    }

    protected override void Settle(WantedEnrolment wanted, RowAnswer<EnrolmentDetails> answer)
    {
        base.Settle(wanted, answer);
        if (answer.Details is { } details && details.State != (wanted.Row.Value.State ?? EnrolmentState.Enrolled))
        {
            // Of who is enrolled by an earlier file and has no wish of his own in this one, nothing has to be said.
            if (answer.Outcome != RowOutcome.Unchanged || wanted.Row.Value.State is not null)
            {
                wanted.Row.Warn(EnrolmentErrors.OtherState(details.State), "state");
            }
        }
    }

    protected override void Remember(WantedEnrolment wanted, EnrolmentDetails details) =>
        _known[(details.CourseId, details.EmployeeId)] = details;

    /// <summary>
    /// A learner who holds a seat, waits or has completed counts as enrolled; one who was withdrawn may come again,
    /// unless the row says so.
    /// </summary>
    private static bool IsOnFile(EnrolmentState wanted, EnrolmentState present) =>
        wanted == present
        || (
            wanted is EnrolmentState.Enrolled or EnrolmentState.Waiting
            && present is EnrolmentState.Enrolled or EnrolmentState.Waiting or EnrolmentState.Completed
        );

    private static FundingModel? FundingOf(EnrolmentRow row) =>
        row.FundingSource is { } source ? new FundingModel { Source = source, Reference = row.FundingReference } : null;

    private static void RefuseOther(WantedEnrolment wanted, EnrolmentDetails known, string? team)
    {
        var row = wanted.Row;
        var error = EnrolmentErrors.RecordedOtherwise(known.HalfYear, known.ArrivedOn);
        if (row.Value.HalfYear is { } half && half != known.HalfYear)
        {
            row.Refuse(error, "halfYear");
        }

        if (row.Value.On is { } on && on != known.ArrivedOn)
        {
            row.Refuse(error, "on");
        }

        if (row.Value.Team is { } name && (team is null || Team.KeyOf(name) != Team.KeyOf(team)))
        {
            row.Refuse(error, "team");
        }

        if (wanted.SenderId is { } sender && sender != known.OrganisationId)
        {
            row.Refuse(error, "sender");
        }
    }
}

/// <summary>A team as the rows of a file name it.</summary>
internal readonly record struct TeamKey(Guid CourseId, Guid? OrganisationId, string NameKey);

/// <summary>A learner whom a row means.</summary>
/// <param name="Row">The row.</param>
/// <param name="Course">The course.</param>
/// <param name="Person">The learner.</param>
/// <param name="SenderId">The organisation outside the territory that sends him; null: his place of work does.</param>
internal sealed record WantedEnrolment(
    ImportRow<EnrolmentRow> Row,
    CourseClue Course,
    PersonClue Person,
    Guid? SenderId
) : Wanted<EnrolmentRow>(Row)
{
    /// <summary>The organisation that the row names; teams of two organisations may bear one name.</summary>
    public Guid? TeamOf { get; init; }
}
