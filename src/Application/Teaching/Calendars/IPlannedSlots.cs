using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

/// <summary>What is planned by a calendar. Calendars asks, Lessons answers.</summary>
public interface IPlannedSlots
{
    Task<IReadOnlyList<PlannedSlot>> OfYearAsync(AcademicYear year, CancellationToken cancellationToken);
}
