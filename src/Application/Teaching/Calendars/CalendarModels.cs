using AutoMapper;
using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>Academic calendar: days and bells of an academic year.</summary>
public sealed record AcademicCalendarDetails : DetailsModel
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
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
