using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Teaching.Calendars;

/// <summary>Norms of the calendar: the length of an academic hour (DPO-3), which a local act sets.</summary>
public static class CalendarNorms
{
    public const string AcademicHourMinutes = "calendar.academic-hour-minutes";

    private const string Basis = "Локальный акт центра: академический час 45 минут (расписание ИМЦ, 2019–2020)";

    public static readonly ImmutableArray<NormDefinition> All =
    [
        new(
            AcademicHourMinutes,
            NormValueKind.WholeNumber,
            [new NormVersion(AcademicHourMinutes, "45", null, null, "DPO-3", Basis, NormConfidence.Local)]
        )
        {
            Range = (20, 90),
        },
    ];

    public static NormVersion AcademicHour(DateOnly on, NormSet norms) => norms.Get(AcademicHourMinutes, on);
}
