using System.Collections.Concurrent;
using System.Reflection;

namespace MethodCenter.Application.Common.Reports;

/// <summary>Without a period the report counts all time: a year less is a difference.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EndlessAttribute : Attribute;

/// <summary>Whether a report is asked for one whole academic year, without a selection.</summary>
internal static class ReportPeriods
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public static bool IsWhole(object request)
    {
        var type = request.GetType();
        var members = Members.GetOrAdd(type, static one => one.GetProperties());
        var days = new List<DateOnly>();
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
            }
        }

        return days.Count == 0
            ? !type.IsDefined(typeof(EndlessAttribute))
            : days.Count == 2
                && AcademicYear.Of(days.Min()) is var year
                && (year.From, year.To) == (days.Min(), days.Max());
    }
}
