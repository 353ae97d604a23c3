using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Calendars;

namespace MethodCenter.Application.Learning.Calendars;

/// <summary>Календарный учебный график: days and bells of an academic year.</summary>
public sealed record AcademicCalendarDetails : DetailsModel
{
    /// <summary>Учебный год, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>First day of the second half-year.</summary>
    public DateOnly SecondHalfFrom { get; init; }

    public DateOnly EndsOn { get; init; }

    /// <summary>5: Monday to Friday; 6: Saturday too.</summary>
    public int DaysPerWeek { get; init; }

    /// <summary>Vacations and holidays, in order.</summary>
    public IReadOnlyList<CalendarBreak> Breaks { get; init; } = [];

    /// <summary>The streams of a day, in order.</summary>
    public IReadOnlyList<BellStream> Streams { get; init; } = [];
}

/// <summary>Days and bells of an academic year, as a whole.</summary>
public sealed record AcademicCalendarBody
{
    /// <summary>First day of teaching.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>First day of the second half-year.</summary>
    public required DateOnly SecondHalfFrom { get; init; }

    /// <summary>Last day of teaching.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>5: Monday to Friday; 6: Saturday too.</summary>
    public int DaysPerWeek { get; init; } = AcademicCalendar.LeastDaysPerWeek;

    /// <summary>Vacations and holidays: they do not overlap.</summary>
    public IReadOnlyList<CalendarBreakBody> Breaks { get; init; } = [];

    /// <summary>The streams of a day: they do not overlap either.</summary>
    public required IReadOnlyList<BellStreamBody> Streams { get; init; }

    internal CalendarPlan ToPlan() =>
        new(
            StartsOn,
            SecondHalfFrom,
            EndsOn,
            DaysPerWeek,
            [.. Breaks.Select(one => new CalendarBreak(one.From, one.To))],
            [
                .. Streams.Select(one => new BellStream(
                    one.Number,
                    one.From,
                    one.To,
                    one.BreakFrom,
                    one.BreakTo,
                    one.Hours
                )),
            ]
        );
}

/// <summary>Days without lessons, both ends inclusive.</summary>
public sealed record CalendarBreakBody
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }
}

/// <summary>A part of the day with its bells.</summary>
public sealed record BellStreamBody
{
    /// <summary>As people name it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First bell.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>Last bell.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>Begin of the break; absent: there is none.</summary>
    public TimeOnly? BreakFrom { get; init; }

    public TimeOnly? BreakTo { get; init; }

    /// <summary>Academic hours: exactly as many as the times without the break hold (DPO-3).</summary>
    public required int Hours { get; init; }
}

internal sealed class AcademicCalendarBodyValidator : AbstractValidator<AcademicCalendarBody>
{
    public AcademicCalendarBodyValidator()
    {
        RuleFor(body => body.StartsOn).ReasonableDay();
        RuleFor(body => body.SecondHalfFrom).ReasonableDay();
        RuleFor(body => body.EndsOn).ReasonableDay();
        RuleFor(body => body.DaysPerWeek)
            .InclusiveBetween(AcademicCalendar.LeastDaysPerWeek, AcademicCalendar.MostDaysPerWeek);
        RuleFor(body => body.Breaks).MostItems(AcademicCalendar.MostBreaks);
        RuleForEach(body => body.Breaks).NotNull().SetValidator(new CalendarBreakBodyValidator());
        RuleFor(body => body.Streams).MostItems(AcademicCalendar.MostStreams);
        RuleForEach(body => body.Streams).NotNull().SetValidator(new BellStreamBodyValidator());
    }
}

internal sealed class CalendarBreakBodyValidator : AbstractValidator<CalendarBreakBody>
{
    public CalendarBreakBodyValidator()
    {
        RuleFor(body => body.From).ReasonableDay();
        RuleFor(body => body.To).ReasonableDay();
    }
}

internal sealed class BellStreamBodyValidator : AbstractValidator<BellStreamBody>
{
    public BellStreamBodyValidator()
    {
        RuleFor(body => body.Number).InclusiveBetween(1, AcademicCalendar.MostStreams);
        RuleFor(body => body.Hours).InclusiveBetween(0, AcademicCalendar.MostHours);
    }
}

internal sealed class AcademicCalendarProjections : Profile
{
    public AcademicCalendarProjections() =>
        CreateProjection<AcademicCalendar, AcademicCalendarDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore());
}

public static class CalendarPermissions
{
    public const string Read = "calendars.read";
    public const string Write = "calendars.write";
}
