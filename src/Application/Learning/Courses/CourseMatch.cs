using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Finds the courses that the rows of a chunk mean: by the key of the source, or by year and number. Two queries.</summary>
internal sealed class CourseMatch(ILearningStore store, IExternalKeys keys, IProjections projections)
{
    public const string Resource = "courses";

    private readonly Dictionary<string, Guid> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(AcademicYear Year, int Number), Guid> _byNumber = [];
    private readonly Dictionary<Guid, CourseDetails> _known = [];

    /// <summary>Reads every course that is meant; what was read for an earlier chunk is forgotten.</summary>
    public async Task LoadAsync(
        IReadOnlyCollection<CourseClue> clues,
        string? source,
        CancellationToken cancellationToken
    )
    {
        _byKey.Clear();
        _byNumber.Clear();
        _known.Clear();
        string[] texts = [.. clues.Select(clue => clue.Key).OfType<string>().Distinct()];
        foreach (var (key, id) in await keys.FindManyAsync(Resource, source ?? "", texts, cancellationToken))
        {
            _byKey.Add(key, id);
        }

        Guid[] ids = [.. _byKey.Values.Distinct()];
        AcademicYear[] years = [.. clues.Where(clue => clue.Number is not null).Select(clue => clue.Year).Distinct()];
        int[] numbers = [.. clues.Select(clue => clue.Number).OfType<int>().Distinct()];
        if (ids.Length + numbers.Length == 0)
        {
            return;
        }

        var found = await store
            .Courses.AsNoTracking()
            .Where(course =>
                ids.Contains(course.Id) || (numbers.Contains(course.Number) && years.Contains(course.AcademicYear))
            )
            .Select(projections.WithoutNames<Course, CourseDetails>())
            .ToListAsync(cancellationToken);
        foreach (var course in found)
        {
            Add(course);
        }
    }

    /// <summary>The course that is meant; null: none that is on file.</summary>
    public Result<FoundCourse> Find(CourseClue clue)
    {
        var numbered =
            clue.Number is { } number && _byNumber.TryGetValue((clue.Year, number), out var id) ? _known[id] : null;
        if (clue.Key is { } key && _byKey.TryGetValue(key, out var bearer))
        {
            return !_known.TryGetValue(bearer, out var keyed) ? ExternalKeyErrors.Taken
                : clue.Number is not null && numbered?.Id != keyed.Id ? CourseErrors.KeyOfAnother
                : new FoundCourse(keyed, ByKey: true);
        }

        return clue.Number is not null && numbered is null
            ? CourseErrors.UnknownNumber
            : new FoundCourse(numbered, ByKey: false);
    }

    /// <summary>A later row of the chunk may mean the same course.</summary>
    public void Remember(CourseClue clue, CourseDetails course)
    {
        Add(course);
        if (clue.Key is { } key)
        {
            _byKey[key] = course.Id;
        }
    }

    private void Add(CourseDetails course)
    {
        _known[course.Id] = course;
        _byNumber[(course.AcademicYear, course.Number)] = course.Id;
    }
}

/// <summary>What a row says of a course.</summary>
/// <param name="Key">Key of the source.</param>
/// <param name="Year">Academic year of the number.</param>
/// <param name="Number">The service's own number within the year.</param>
internal sealed record CourseClue(string? Key, AcademicYear Year, int? Number);

/// <summary>The course that a row means.</summary>
/// <param name="Course">The course on file; null: none.</param>
/// <param name="ByKey">The source's key names it already.</param>
internal sealed record FoundCourse(CourseDetails? Course, bool ByKey);
