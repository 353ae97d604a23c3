using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Teaching.Calendars;

namespace MethodCenter.Application.Teaching.Calendars;

internal sealed class CalendarsArea : Area
{
    public override IEnumerable<ChangeType> Changes =>
        [new("academic-calendars", typeof(AcademicCalendar), CalendarPermissions.Read)];

    public override IEnumerable<NormDefinition> Norms => CalendarNorms.All;
}
