using System.Collections.Concurrent;
using System.Reflection;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Common.Reports;

/// <summary>Without a period the report counts all time: a year less is a difference.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EndlessAttribute : Attribute;

/// <summary>Whether a report is asked for one whole year by which it counts, without a selection.</summary>
internal static class ReportPeriods
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public static bool IsWhole(object request)
    {
        var type = request.GetType();
        var members = Members.GetOrAdd(type, static one => one.GetProperties());
        var days = new List<DateOnly>();
        var isNamed = false;
        foreach (var member in members)
        {
            switch (member.GetValue(request))
            {
                case Guid:
                case Enum:
                    return false;
                case DateOnly day:
                    days.Add(day);
                    break;
                case AcademicYear:
                    isNamed = true;
                    break;
            }
        }

        // Of two ways to part the days into years only one is let through: their difference would be a part of a year.
        return days.Count switch
        {
            0 => isNamed || !type.IsDefined(typeof(EndlessAttribute)),
            2 when new ReportPeriod(days.Min(), days.Max()) is var period => Calendar(type)
                ? period.AsCalendarYear is not null
                : period.AsAcademicYear is not null,
            _ => false,
        };
    }

    private static bool Calendar(Type type) =>
        ReportCatalogue.OfQuery(type)?.Sheet.Period == ReportPeriodKind.CalendarYear;
}
