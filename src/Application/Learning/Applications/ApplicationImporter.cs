using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Submits the applications of a list, in its order. What stands already is left as it is.</summary>
internal sealed class ApplicationImporter(
    ILearningStore store,
    ITerritoryStore territory,
    OrganisationDirectory organisations,
    CampaignDirectory campaigns,
    ProgrammeDirectory programmes,
    CourseMatch courses,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<ApplicationRow, WantedApplication, ApplicationDetails>(commands)
{
    private readonly Dictionary<Asked, ApplicationDetails> _known = [];

    /// <summary>What was refused or withdrawn; of one wish there may be several.</summary>
    private readonly Dictionary<Asked, List<ApplicationDetails>> _closed = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from application in store.Applications.AsNoTracking()
            join programme in store.Programmes on application.ProgrammeId equals programme.Id
            join employee in territory.Employees on application.EmployeeId equals employee.Id
            where application.State != ApplicationState.Refused && application.State != ApplicationState.Withdrawn
            orderby application.SubmittedOn, application.Id
            select new KnownObject(
                application.Id,
                $"{programme.Code}: {employee.LastName} {employee.FirstName}, {application.SubmittedOn:dd.MM.yyyy}"
            )
        ).AsAsyncEnumerable();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await organisations.LoadAsync(cancellationToken);
        await campaigns.LoadAsync(cancellationToken);
        await programmes.LoadAsync(cancellationToken);
    }

    protected override IEnumerable<WantedApplication> Resolve(
        IReadOnlyList<ImportRow<ApplicationRow>> rows,
        string? source
    )
    {
        foreach (var row in rows)
        {
            var value = row.Value;
            if (!campaigns.Find(value.Campaign!).Succeeded(out var campaign, out var unknown))
            {
                row.Refuse(unknown, "campaign", value.Campaign);
            }

            var programme = programmes.Take(row, value.Programme, "programme");

            // Where no course is named, the programme is asked for as a whole.
            var course = value.NamesCourse ? row.TakeCourse(source) : null;
            if (value.Programme is null && !value.NamesCourse)
            {
                row.Refuse(ImportErrors.Required, "programme");
            }

            var place = organisations.Take(row, value.Organisation, "organisation");
            if (persons.TakePerson(row, place?.Id, source) is { } person)
            {
                yield return new WantedApplication(row, campaign!.Id, programme?.Id, course, person);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedApplication> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _closed.Clear();
        await courses.LoadAsync([.. found.Select(one => one.Course).OfType<CourseClue>()], source, cancellationToken);
        await persons.LoadAsync([.. found.Select(one => one.Person)], [], source, cancellationToken);
        HashSet<Guid> employeeIds = [];
        foreach (var one in found)
        {
            if (persons.Find(one.Person).Succeeded(out var person, out _))
            {
                employeeIds.Add(person.Id);
            }
        }

        if (employeeIds.Count > 0)
        {
            Guid[] campaignIds = [.. found.Select(one => one.CampaignId).Distinct()];
            var known = await store
                .Applications.AsNoTracking()
                .Where(application =>
                    campaignIds.Contains(application.CampaignId) && employeeIds.Contains(application.EmployeeId)
                )
                .Select(projections.WithoutNames<TrainingApplication, ApplicationDetails>())
                .ToListAsync(cancellationToken);
            foreach (var application in known)
            {
                Add(application);
            }
        }
    }

    protected override RowPlan<ApplicationDetails>? Plan(WantedApplication wanted)
    {
        var row = wanted.Row.Value;
        var course = wanted.Course is { } clue ? courses.FindCourse(wanted.Row, clue) : null;
        var person = persons.FindPerson(wanted.Row, wanted.Person);
        if (wanted.Row.Refused)
        {
            return null;
        }

        var asked = new Asked(wanted.CampaignId, wanted.ProgrammeId ?? course!.ProgrammeId, person!.Id);
        if (row.State is ApplicationState.Refused or ApplicationState.Withdrawn)
        {
            return PlanClosed(wanted, asked);
        }

        var known = _known.GetValueOrDefault(asked);
        var plan = new RowPlan<ApplicationDetails>(known);
        if (known is null)
        {
            plan.Begin(
                new SubmitApplication
                {
                    CampaignId = wanted.CampaignId,
                    EmployeeId = person.Id,
                    ProgrammeId = wanted.ProgrammeId,
                    CourseId = course?.Id,
                    HalfYear = row.HalfYear,
                    On = row.On,
                },
                "campaign"
            );
            return plan;
        }

        // The centre may have moved it to another course: the list shows that, and a file does not undo it.
        if (row.On is { } on && on != known.SubmittedOn)
        {
            wanted.Row.Refuse(ApplicationErrors.AlreadyApplied, "on");
        }

        return wanted.Row.Refused ? null : plan;
    }

    protected override void Settle(WantedApplication wanted, RowAnswer<ApplicationDetails> answer)
    {
        base.Settle(wanted, answer);
        if (answer.Details is { } details && wanted.Row.Value.State is { } state && details.State != state)
        {
            wanted.Row.Warn(ApplicationErrors.OtherState(details.State), "state");
        }
    }

    protected override void Remember(WantedApplication wanted, ApplicationDetails details) => Add(details);

    private RowPlan<ApplicationDetails>? PlanClosed(WantedApplication wanted, Asked asked)
    {
        var row = wanted.Row.Value;
        if (
            _closed.GetValueOrDefault(asked)?.Find(one => one.State == row.State && one.SubmittedOn == row.On) is
            { } known
        )
        {
            return new RowPlan<ApplicationDetails>(known);
        }

        wanted.Row.Refuse(ApplicationErrors.StateNotByFile(row.State!.Value), "state");
        return null;
    }

    private void Add(ApplicationDetails details)
    {
        var asked = new Asked(details.CampaignId, details.ProgrammeId, details.EmployeeId);
        if (details.State is not (ApplicationState.Refused or ApplicationState.Withdrawn))
        {
            _known[asked] = details;
        }
        else if (_closed.TryGetValue(asked, out var closed))
        {
            closed.Add(details);
        }
        else
        {
            _closed.Add(asked, [details]);
        }
    }

    /// <summary>Of what a campaign takes one application.</summary>
    private sealed record Asked(Guid CampaignId, Guid ProgrammeId, Guid EmployeeId);
}

/// <summary>An application that a row means.</summary>
internal sealed record WantedApplication(
    ImportRow<ApplicationRow> Row,
    Guid CampaignId,
    Guid? ProgrammeId,
    CourseClue? Course,
    PersonClue Person
) : Wanted<ApplicationRow>(Row);
