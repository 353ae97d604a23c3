using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Adds the lessons of a timetable and moves those that stand in it already.</summary>
internal sealed class LessonImporter(
    ITeachingStore store,
    OrganisationDirectory organisations,
    RoomDirectory rooms,
    CourseMatch courses,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<LessonRow, WantedLesson, LessonDetails>(commands)
{
    private readonly Dictionary<LessonKey, LessonDetails> _known = [];
    private readonly Dictionary<LessonKey, LessonDetails> _cancelled = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from lesson in store.Lessons.AsNoTracking()
            join course in store.Courses on lesson.CourseId equals course.Id
            where lesson.State == LessonState.Planned
            orderby lesson.Date, lesson.Stream, lesson.Id
            select new KnownObject(
                lesson.Id,
                $"{course.AcademicYear}, № {course.Number}: {lesson.Date:dd.MM.yyyy}, {lesson.Stream}"
            )
        ).AsAsyncEnumerable();

    protected override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await organisations.LoadAsync(cancellationToken);
        await rooms.LoadAsync(cancellationToken);
    }

    protected override IEnumerable<WantedLesson> Resolve(IReadOnlyList<ImportRow<LessonRow>> rows, string? source)
    {
        foreach (var row in rows)
        {
            var value = row.Value;
            var course = row.TakeCourse(source);
            RoomFacts? room = null;
            if (value.Room is { } name && !rooms.Find(name).Succeeded(out room, out var unknown))
            {
                row.Refuse(unknown, "room", name);
            }

            var host = organisations.Take(row, value.Host, "host");
            var place = organisations.Take(row, value.Organisation, "organisation");
            if (persons.TakePerson(row, place?.Id, source) is { } person)
            {
                yield return new WantedLesson(row, course!, person, room?.Id, host?.Id);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedLesson> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _cancelled.Clear();
        await courses.LoadAsync([.. found.Select(one => one.Course)], source, cancellationToken);
        await persons.LoadAsync([.. found.Select(one => one.Person)], [], source, cancellationToken);
        HashSet<Guid> courseIds = [];
        foreach (var one in found)
        {
            if (courses.Find(one.Course).Succeeded(out var course, out _) && course.Course is not null)
            {
                courseIds.Add(course.Course.Id);
            }
        }

        if (courseIds.Count > 0)
        {
            DateOnly[] days = [.. found.Select(one => one.Row.Value.Date!.Value).Distinct()];
            var known = await store
                .Lessons.AsNoTracking()
                .Where(lesson => courseIds.Contains(lesson.CourseId) && days.Contains(lesson.Date))
                .Select(projections.WithoutNames<Lesson, LessonDetails>())
                .ToListAsync(cancellationToken);
            foreach (var lesson in known)
            {
                Add(lesson);
            }
        }
    }

    protected override RowPlan<LessonDetails>? Plan(WantedLesson wanted)
    {
        var row = wanted.Row.Value;
        var course = courses.FindCourse(wanted.Row, wanted.Course);
        var teacher = persons.FindPerson(wanted.Row, wanted.Person);
        if (course is null || teacher is null)
        {
            return null;
        }

        var key = new LessonKey(course.Id, row.Date!.Value, row.Stream!.Value);
        if (row.State == LessonState.Cancelled)
        {
            if (_cancelled.TryGetValue(key, out var cancelled))
            {
                return new RowPlan<LessonDetails>(cancelled);
            }

            wanted.Row.Refuse(LessonErrors.CancellationNotByFile, "state");
            return null;
        }

        var known = _known.GetValueOrDefault(key);
        var venue = row.Venue ?? known?.Venue ?? LessonVenue.Room;

        // An empty cell says nothing; what another venue does not have is dropped with the venue.
        var same = known?.Venue == venue;
        var body = new AddLesson
        {
            CourseId = course.Id,
            Date = key.Date,
            Stream = key.Stream,
            Hours = row.Hours!.Value,
            Venue = venue,
            RoomId = wanted.RoomId ?? (same ? known!.RoomId : null),
            HostId = wanted.HostId ?? (same ? known!.HostId : null),
            Place = row.Place ?? (same ? known!.Place : null),
            TeacherId = teacher.Id,
            Topic = row.Topic ?? known?.Topic,
            Kind = row.Kind ?? known?.Kind ?? LessonKind.Lesson,
        };
        var plan = new RowPlan<LessonDetails>(known);
        if (known is null)
        {
            plan.Begin(body, "date");
        }
        else if (!IsOnFile(body, known))
        {
            plan.Then(present => new MoveLesson(present.Id, present.Version, body), "date");
        }

        return plan;
    }

    protected override void Remember(WantedLesson wanted, LessonDetails details) => Add(details);

    private static bool IsOnFile(AddLesson body, LessonDetails known) =>
        (body.Hours, body.Venue, body.RoomId, body.HostId, body.Place, body.TeacherId, body.Topic, body.Kind)
        == (
            known.Hours,
            known.Venue,
            known.RoomId,
            known.HostId,
            known.Place,
            known.TeacherId,
            known.Topic,
            known.Kind
        );

    private void Add(LessonDetails details) =>
        (details.State == LessonState.Planned ? _known : _cancelled)[
            new LessonKey(details.CourseId, details.Date, details.Stream)
        ] = details;

    /// <summary>A course has at most one lesson in a stream of a day.</summary>
    private sealed record LessonKey(Guid CourseId, DateOnly Date, int Stream);
}

/// <summary>A lesson that a row means.</summary>
internal sealed record WantedLesson(
    ImportRow<LessonRow> Row,
    CourseClue Course,
    PersonClue Person,
    Guid? RoomId,
    Guid? HostId
) : Wanted<LessonRow>(Row);
