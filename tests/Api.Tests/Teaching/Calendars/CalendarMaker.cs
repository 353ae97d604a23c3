using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Teaching.Timetables;

namespace MethodCenter.Api.Tests.Teaching.Calendars;

internal sealed class CalendarMaker : Maker
{
    public CalendarMaker() =>
        Single(
            "/academic-calendars/{academicYear}",
            async made =>
            {
                var address = $"/academic-calendars/{TestTimetables.Year}";
                if ((await made.Api.GetAsync(address)).Status == HttpStatusCode.NotFound)
                {
                    await made.World.SetCalendarAsync();
                }

                return address;
            }
        );
}
