using System.Globalization;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Journal;

/// <summary>Records the sheets of lessons: the marks of a file together with those that it does not speak of.</summary>
internal sealed class AttendanceImporter(
    ITeachingStore store,
    OrganisationDirectory organisations,
    CourseMatch courses,
    PersonDirectory persons,
    IProjections projections,
    RowCommands commands
) : CommandImporter<AttendanceRow, WantedSheet, LessonAttendance>(commands)
{
    private readonly Dictionary<LessonKey, LessonAttendance> _known = [];
    private readonly Dictionary<(Guid CourseId, Guid EmployeeId), Guid> _seats = [];

    public override IAsyncEnumerable<KnownObject> ReadKnownAsync() =>
        (
            from lesson in store.Lessons.AsNoTracking()
            join course in store.Courses on lesson.CourseId equals course.Id
            where lesson.State == LessonState.Planned && lesson.HeldRecordedOn != null
            orderby lesson.Date, lesson.Stream, lesson.Id
            select new KnownObject(
                lesson.Id,
                $"{course.AcademicYear}, № {course.Number}: {lesson.Date:dd.MM.yyyy}, {lesson.Stream}"
            )
        ).AsAsyncEnumerable();

    protected override Task OpenAsync(CancellationToken cancellationToken) =>
        organisations.LoadAsync(cancellationToken);

    protected override IEnumerable<WantedSheet> Resolve(IReadOnlyList<ImportRow<AttendanceRow>> rows, string? source)
    {
        foreach (var sheet in rows.GroupBy(row => row.Value.Lesson, StringComparer.Ordinal))
        {
            List<ImportRow<AttendanceRow>> lines = [.. sheet];
            List<PersonClue> learners = [];
            CourseClue? course = null;
            foreach (var row in lines)
            {
                course ??= row.TakeCourse(source);
                var place = organisations.Take(row, row.Value.Organisation, "organisation");
                if (persons.TakePerson(row, place?.Id, source) is { } person)
                {
                    learners.Add(person);
                }
            }

            lines.RefuseTogether();
            if (course is not null && learners.Count == lines.Count)
            {
                yield return new WantedSheet(lines, course, learners);
            }
        }
    }

    protected override async Task LoadAsync(
        IReadOnlyList<WantedSheet> found,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _known.Clear();
        _seats.Clear();
        await courses.LoadAsync([.. found.Select(one => one.Course)], source, cancellationToken);
        await persons.LoadAsync([.. found.SelectMany(one => one.Learners)], [], source, cancellationToken);
        HashSet<Guid> courseIds = [];
        foreach (var one in found)
        {
            if (courses.Find(one.Course).Succeeded(out var course, out _) && course.Course is not null)
            {
                courseIds.Add(course.Course.Id);
            }
        }

        if (courseIds.Count == 0)
        {
            return;
        }

        DateOnly[] days = [.. found.Select(one => one.Row.Value.Date!.Value).Distinct()];
        var known = await store
            .Lessons.AsNoTracking()
            .Where(lesson =>
                courseIds.Contains(lesson.CourseId) && days.Contains(lesson.Date) && lesson.State == LessonState.Planned
            )
            .Select(projections.WithoutNames<Lesson, LessonAttendance>())
            .ToListAsync(cancellationToken);
        foreach (var lesson in known)
        {
            Add(lesson);
        }

        var seats = await store
            .Enrolments.AsNoTracking()
            .Where(enrolment => courseIds.Contains(enrolment.CourseId) && enrolment.EnrolledOn != null)
            .OrderBy(enrolment => enrolment.Arrival)
            .Select(enrolment => new
            {
                enrolment.Id,
                enrolment.CourseId,
                enrolment.EmployeeId,
            })
            .ToListAsync(cancellationToken);
        foreach (var seat in seats)
        {
            _seats[(seat.CourseId, seat.EmployeeId)] = seat.Id;
        }
    }

    protected override RowPlan<LessonAttendance>? Plan(WantedSheet wanted)
    {
        if (courses.FindCourse(wanted.Row, wanted.Course) is { } course)
        {
            var row = wanted.Row.Value;
            var key = new LessonKey(course.Id, row.Date!.Value, row.Stream!.Value);
            if (_known.TryGetValue(key, out var known))
            {
                return PlanSheet(wanted, known);
            }

            wanted.Row.Refuse(ImportErrors.UnknownReference("lesson"), "date");
        }

        wanted.Rows.RefuseTogether();
        return null;
    }

    protected override void Settle(WantedSheet wanted, RowAnswer<LessonAttendance> answer)
    {
        if (answer.Error is { } error)
        {
            foreach (var one in error.Fields.Length == 0 ? [error] : error.Fields)
            {
                var row = wanted.RowAt(one.Pointer) ?? wanted.Row;
                var aboutMinutes = one.Pointer?.EndsWith("/minutesMissed", StringComparison.Ordinal) == true;
                row.Refuse(one, aboutMinutes ? "minutesMissed" : row.Value.IdentityColumn);
            }

            wanted.Rows.RefuseTogether();
            return;
        }

        for (var place = 0; place < wanted.Rows.Count; place++)
        {
            var mark = wanted.Marks[place];
            wanted
                .Rows[place]
                .Settle(
                    mark.Known is null ? RowOutcome.Created
                        : mark.Known == mark.Entry ? RowOutcome.Unchanged
                        : RowOutcome.Changed,
                    answer.Details!.Id
                );
        }
    }

    protected override void Remember(WantedSheet wanted, LessonAttendance details) => Add(details);

    private RowPlan<LessonAttendance>? PlanSheet(WantedSheet wanted, LessonAttendance known)
    {
        var marks = known.Learners.ToDictionary(mark => mark.EnrolmentId, ToEntry);
        for (var place = 0; place < wanted.Rows.Count; place++)
        {
            var row = wanted.Rows[place];
            if (persons.FindPerson(row, wanted.Learners[place]) is not { } person)
            {
                continue;
            }

            if (!_seats.TryGetValue((known.CourseId, person.Id), out var enrolmentId))
            {
                row.Refuse(AttendanceErrors.NotEnrolled, row.Value.IdentityColumn);
                continue;
            }

            var entry = new AttendanceEntryBody
            {
                EnrolmentId = enrolmentId,
                Presence = row.Value.Presence!.Value,
                MinutesMissed = row.Value.MinutesMissed,
            };
            wanted.Marks.Add((marks.GetValueOrDefault(enrolmentId), entry));
        }

        wanted.Rows.RefuseTogether();
        if (wanted.Row.Refused)
        {
            return null;
        }

        var plan = new RowPlan<LessonAttendance>(known);
        if (wanted.Marks.Exists(mark => mark.Known != mark.Entry))
        {
            var spoken = wanted.Marks.Select(mark => mark.Entry.EnrolmentId).ToHashSet();
            var sheet = new AttendanceBody
            {
                Learners =
                [
                    .. wanted.Marks.Select(mark => mark.Entry),
                    .. marks.Values.Where(mark => !spoken.Contains(mark.EnrolmentId)),
                ],
            };
            plan.Then(present => new RecordAttendance(present.Id, present.Version, sheet), "date");
        }

        return plan;
    }

    private static AttendanceEntryBody ToEntry(AttendanceOfLearner mark) =>
        new()
        {
            EnrolmentId = mark.EnrolmentId,
            Presence = mark.Presence,
            MinutesMissed = mark.Presence is Presence.Late or Presence.LeftEarly
                ? mark.MinutesGiven - mark.MinutesAttended
                : null,
        };

    private void Add(LessonAttendance details) =>
        _known[new LessonKey(details.CourseId, details.Date, details.Stream)] = details;

    /// <summary>A course has at most one lesson in a stream of a day.</summary>
    private sealed record LessonKey(Guid CourseId, DateOnly Date, int Stream);
}

/// <summary>The rows of one lesson, which stand or fall together.</summary>
internal sealed record WantedSheet : Wanted<AttendanceRow>
{
    public WantedSheet(
        IReadOnlyList<ImportRow<AttendanceRow>> rows,
        CourseClue course,
        IReadOnlyList<PersonClue> learners
    )
        : base(rows[0]) => (Rows, Course, Learners) = (rows, course, learners);

    public IReadOnlyList<ImportRow<AttendanceRow>> Rows { get; }

    public CourseClue Course { get; }

    /// <summary>One for each row.</summary>
    public IReadOnlyList<PersonClue> Learners { get; }

    /// <summary>One for each row, once the learners are found: what stands and what is to stand.</summary>
    public List<(AttendanceEntryBody? Known, AttendanceEntryBody Entry)> Marks { get; } = [];

    /// <summary>The row of the learner at whom a refusal points (/learners/3/enrolmentId); null: at none.</summary>
    public ImportRow<AttendanceRow>? RowAt(string? pointer) =>
        pointer?.Split('/') is [_, "learners", var place, ..]
        && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < Rows.Count
            ? Rows[number]
            : null;
}
