using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Teaching.Calendars;

/// <summary>
/// Календарный учебный график: the days and hours in which a centre teaches in an academic year (SPB-21).
/// </summary>
public sealed class AcademicCalendar : AggregateRoot
{
    public const int LeastDaysPerWeek = 5;
    public const int MostDaysPerWeek = 6;
    public const int MostBreaks = 40;
    public const int MostStreams = 6;
    public const int MostHours = 12;

    private AcademicCalendar() { }

    public AcademicYear AcademicYear { get; private init; }

    public DateOnly StartsOn { get; private set; }

    /// <summary>First day of the second half-year.</summary>
    public DateOnly SecondHalfFrom { get; private set; }

    public DateOnly EndsOn { get; private set; }

    /// <summary>5: Monday to Friday; 6: Saturday too.</summary>
    public int DaysPerWeek { get; private set; }

    /// <summary>Vacations and holidays, in order.</summary>
    public IReadOnlyList<CalendarBreak> Breaks { get; private set; } = [];

    /// <summary>Bells: the streams of a day, in order.</summary>
    public IReadOnlyList<BellStream> Streams { get; private set; } = [];

    public static Result<AcademicCalendar> Set(AcademicYear year, CalendarPlan plan, NormSet norms)
    {
        var calendar = new AcademicCalendar { AcademicYear = year };
        return calendar.Change(plan, [], norms).Map(_ => calendar);
    }

    /// <summary>Sets the calendar anew. Lessons that are planned must still fit in.</summary>
    /// <param name="planned">Places in time of the lessons that are not cancelled.</param>
    public Result<Nothing> Change(CalendarPlan plan, IReadOnlyList<PlannedSlot> planned, NormSet norms)
    {
        var (breaks, streams) = (
            plan.Breaks.OrderBy(one => one.From).ThenBy(one => one.To).ToArray(),
            plan.Streams.OrderBy(one => one.From).ToArray()
        );
        if ((WrongDays(plan, breaks) ?? WrongStreams(streams, plan.StartsOn, norms)) is { } wrong)
        {
            return wrong;
        }

        var before = (StartsOn, SecondHalfFrom, EndsOn, DaysPerWeek, Breaks, Streams);
        (StartsOn, SecondHalfFrom, EndsOn) = (plan.StartsOn, plan.SecondHalfFrom, plan.EndsOn);
        DaysPerWeek = plan.DaysPerWeek;

        // Equal lists are left as they are, so that an unchanged calendar does not make a new revision.
        (Breaks, Streams) = (
            Breaks.SequenceEqual(breaks) ? Breaks : breaks,
            Streams.SequenceEqual(streams) ? Streams : streams
        );
        var outside = planned.Where(slot => !Holds(slot)).OrderBy(slot => slot.Date).ToList();
        if (outside.Count > 0)
        {
            (StartsOn, SecondHalfFrom, EndsOn, DaysPerWeek, Breaks, Streams) = before;
            return CalendarErrors.LessonsOutside(outside.Count, outside[0].Date, outside[0].Stream);
        }

        return Nothing.Done;
    }

    public BellStream? FindStream(int number) => Streams.FirstOrDefault(stream => stream.Number == number);

    /// <summary>Lessons may be held on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => Refuse(day) is null;

    /// <summary>Why no lesson can be held on the day; null: it can.</summary>
    public Error? Refuse(DateOnly day)
    {
        if (day < StartsOn || day > EndsOn)
        {
            return CalendarErrors.OutsideCalendar(day, StartsOn, EndsOn);
        }

        if (day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && DaysPerWeek < MostDaysPerWeek))
        {
            return CalendarErrors.DayOff(day);
        }

        return Breaks.FirstOrDefault(one => one.Period.Contains(day)) is { } rest
            ? CalendarErrors.InBreak(day, rest.From, rest.To)
            : null;
    }

    /// <summary>Days of a half-year.</summary>
    public Period Days(HalfYear half) =>
        half == HalfYear.Autumn ? new Period(StartsOn, SecondHalfFrom.AddDays(-1)) : new Period(SecondHalfFrom, EndsOn);

    private bool Holds(PlannedSlot slot) =>
        IsWorkingDay(slot.Date) && FindStream(slot.Stream) is { } stream && slot.Hours <= stream.Hours;

    private Error? WrongDays(CalendarPlan plan, CalendarBreak[] breaks)
    {
        if (!AcademicYear.Contains(plan.StartsOn) || !AcademicYear.Contains(plan.EndsOn))
        {
            return CalendarErrors.OutsideAcademicYear(AcademicYear);
        }

        if (plan.EndsOn <= plan.StartsOn)
        {
            return CalendarErrors.EndsBeforeStart;
        }

        if (plan.SecondHalfFrom <= plan.StartsOn || plan.SecondHalfFrom > plan.EndsOn)
        {
            return CalendarErrors.HalfYearOutside(plan.StartsOn, plan.EndsOn);
        }

        if (Array.Find(breaks, one => one.To < one.From) is { } backwards)
        {
            return CalendarErrors.BreakEndsBeforeStart(backwards.From);
        }

        var overlap = breaks.Zip(breaks.Skip(1)).FirstOrDefault(pair => pair.Second.From <= pair.First.To);
        return overlap.Second is null ? null : CalendarErrors.BreaksOverlap(overlap.Second.From);
    }

    private static Error? WrongStreams(BellStream[] streams, DateOnly on, NormSet norms)
    {
        if (streams.Length == 0)
        {
            return CalendarErrors.NoStreams;
        }

        if (streams.DistinctBy(stream => stream.Number).Count() < streams.Length)
        {
            return CalendarErrors.StreamTwice;
        }

        var overlap = streams.Zip(streams.Skip(1)).FirstOrDefault(pair => pair.Second.From < pair.First.To);
        if (overlap.Second is not null)
        {
            return CalendarErrors.StreamsOverlap(overlap.First.Number, overlap.Second.Number);
        }

        var norm = CalendarNorms.AcademicHour(on, norms);
        var minutes = norm.AsWholeNumber()!.Value;
        return streams
            .Select(stream => stream.Refuse(minutes, norm.ToRule()))
            .FirstOrDefault(error => error is not null);
    }
}

/// <summary>What is set for an academic year.</summary>
public sealed record CalendarPlan(
    DateOnly StartsOn,
    DateOnly SecondHalfFrom,
    DateOnly EndsOn,
    int DaysPerWeek,
    IReadOnlyList<CalendarBreak> Breaks,
    IReadOnlyList<BellStream> Streams
);

/// <summary>Vacations or a holiday: days without lessons, both ends inclusive.</summary>
public sealed record CalendarBreak(DateOnly From, DateOnly To)
{
    public Period Period => new(From, To);
}

/// <summary>Stream: a part of the day with its bells, in which one group has one lesson in one room.</summary>
/// <param name="Number">As people name it, from 1.</param>
/// <param name="From">First bell.</param>
/// <param name="To">Last bell.</param>
/// <param name="BreakFrom">Beginning of the break; null: there is none.</param>
/// <param name="BreakTo">End of the break.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record BellStream(
    int Number,
    TimeOnly From,
    TimeOnly To,
    TimeOnly? BreakFrom,
    TimeOnly? BreakTo,
    int Hours
)
{
    /// <summary>
    /// When a lesson of so many hours ends: a shorter one before the last bell, the break counted when it is passed.
    /// </summary>
    public TimeOnly EndAfter(int hours)
    {
        var rest = BreakFrom is { } from && BreakTo is { } to ? to - from : TimeSpan.Zero;
        var taught = (To - From - rest) * hours / Hours;
        var end = From.Add(taught);
        return hours >= Hours ? To
            : end > BreakFrom ? end.Add(rest)
            : end;
    }

    /// <summary>The hours are exactly those that the times without the break hold (DPO-3).</summary>
    internal Error? Refuse(int minutesPerHour, RuleReference rule)
    {
        if (To <= From)
        {
            return CalendarErrors.StreamEndsBeforeStart(Number);
        }

        if (BreakFrom is null != BreakTo is null || BreakTo <= BreakFrom || BreakFrom <= From || BreakTo >= To)
        {
            return CalendarErrors.BreakOutsideStream(Number);
        }

        var rest = BreakFrom is { } from && BreakTo is { } to ? (int)(to - from).TotalMinutes : 0;
        var minutes = (int)(To - From).TotalMinutes - rest;
        return minutes / minutesPerHour == Hours && Hours > 0
            ? null
            : CalendarErrors.HoursDoNotFit(Number, Hours, minutes, minutes / minutesPerHour, rule);
    }
}

/// <summary>A place in time that a lesson holds.</summary>
public sealed record PlannedSlot(DateOnly Date, int Stream, int Hours);
