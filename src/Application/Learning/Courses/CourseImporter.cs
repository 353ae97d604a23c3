using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Registers courses, changes their plans, opens and closes their registration.</summary>
/// <remarks>
/// A course has no name that people give it: its number comes from the service. Were a row without key and number taken
/// for a new course, a file sent twice would double the plan of the year. So a new course needs a key.
/// </remarks>
internal sealed class CourseImporter(
    ILearningStore store,
    ProgrammeDirectory programmes,
    CourseMatch match,
    RowCommands commands
) : CommandImporter<CourseRow, WantedCourse, CourseDetails>(commands)
{
    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        store
            .Courses.AsNoTracking()
            .OrderBy(course => course.AcademicYear)
            .ThenBy(course => course.Number)
            .Select(course => new KnownObject(course.Id, $"{course.AcademicYear}, № {course.Number} — {course.Title}"))
            .AsAsyncEnumerable();

    protected override Task OpenAsync(CancellationToken cancellationToken) => programmes.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedCourse> Resolve(IReadOnlyList<ImportRow<CourseRow>> rows, string? source)
    {
        foreach (var row in rows)
        {
            var value = row.Value;
            row.TakeKey(value.Key, "key", source, out var key);
            var programme = programmes.Take(row, value.Programme, "programme");
            if (value.Key is null && value.Number is null)
            {
                row.Refuse(CourseErrors.NotIdentified, "key");
            }

            if (value.Within is null)
            {
                row.Refuse(ImportErrors.Required, "academicYear");
            }

            if (!row.Refused)
            {
                yield return new WantedCourse(row, key, programme!.Id, value.Within!.Value);
            }
        }
    }

    protected override Task LoadAsync(
        IReadOnlyList<WantedCourse> found,
        string? source,
        CancellationToken cancellationToken
    ) => match.LoadAsync([.. found.Select(one => one.Clue)], source, cancellationToken);

    protected override RowPlan<CourseDetails>? Plan(WantedCourse wanted)
    {
        if (!match.Find(wanted.Clue).Succeeded(out var found, out var error))
        {
            wanted.Row.RefuseBy(error, "key");
            return null;
        }

        var known = found.Course;
        if (known is not null && known.ProgrammeId != wanted.ProgrammeId)
        {
            wanted.Row.RefuseBy(CourseErrors.ProgrammeFixed);
        }

        if (known is not null && known.AcademicYear != wanted.Year && wanted.Row.Value.AcademicYear is not null)
        {
            wanted.Row.RefuseBy(CourseErrors.YearFixed);
        }

        var body = ToBody(wanted, known);
        var plan = new RowPlan<CourseDetails>(known);
        if (known is null)
        {
            plan.Begin(body);
        }
        else if (!IsOnFile(body, known))
        {
            plan.Then(present => new ChangeCoursePlan(present.Id, present.Version, body));
        }

        PlanStatus(wanted, known?.Status ?? CourseStatus.Registered, plan);
        if (wanted.Key is { } own && !found.ByKey)
        {
            plan.Bind(
                new KeyBinding(
                    CourseMatch.Resource,
                    own,
                    "key",
                    (id, token) => store.Courses.SingleAsync(course => course.Id == id, token)
                )
            );
        }

        return wanted.Row.Refused ? null : plan;
    }

    protected override void Remember(WantedCourse wanted, CourseDetails details) =>
        match.Remember(wanted.Clue, details);

    /// <summary>Opens or closes the registration. To complete or to cancel a course is not a cell of a table.</summary>
    private static void PlanStatus(WantedCourse wanted, CourseStatus present, RowPlan<CourseDetails> plan)
    {
        const string column = "status";
        if (wanted.Row.Value.Status is not { } status || status == present)
        {
            return;
        }

        switch (status)
        {
            case CourseStatus.RegistrationOpen:
                plan.Then(course => new OpenCourseRegistration(course.Id, course.Version), column);
                break;
            case CourseStatus.RegistrationClosed:
                plan.Then(course => new CloseCourseRegistration(course.Id, course.Version), column);
                break;
            default:
                wanted.Row.RefuseBy(CourseErrors.StatusNotByFile(present));
                break;
        }
    }

    /// <summary>An empty cell leaves what is on file.</summary>
    private static RegisterCourse ToBody(WantedCourse wanted, CourseDetails? known)
    {
        var row = wanted.Row.Value;
        return new RegisterCourse
        {
            ProgrammeId = wanted.ProgrammeId,
            AcademicYear = wanted.Year,
            Season = row.Season!.Value,
            StartsOn = row.StartsOn!.Value,
            EndsOn = row.EndsOn!.Value,
            Form = row.Form!.Value,
            Site = row.Site ?? known?.Site,
            Funding = new FundingModel
            {
                Source = row.FundingSource!.Value,
                Reference = row.FundingReference ?? known?.Funding.Reference,
            },
            Capacity = row.Capacity!.Value,
        };
    }

    private static bool IsOnFile(RegisterCourse body, CourseDetails known) =>
        body.Season == known.Season
        && body.StartsOn == known.StartsOn
        && body.EndsOn == known.EndsOn
        && body.Form == known.Form
        && body.Site == known.Site
        && body.Funding == known.Funding
        && body.Capacity == known.Capacity;
}

/// <summary>A course that a row means.</summary>
internal sealed record WantedCourse(ImportRow<CourseRow> Row, ExternalKey? Key, Guid ProgrammeId, AcademicYear Year)
    : Wanted<CourseRow>(Row)
{
    public CourseClue Clue { get; } = new(Key?.Key, Year, Row.Value.Number);
}
