// Measures the generator of timetables: a term of 34 courses in 4 rooms, 2 streams and with 12 teachers (SPB-21, SPB-23).
//   dotnet run -c Release --project bench/Timetable
// The first round is a cold one: what a methodist waits for after a restart. That the proposal has no conflict is proved by
// the tests of the domain (TimetablePlannerTests) on the same term; here only its number of lessons is looked at.
using System.Diagnostics;
using System.Globalization;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Teaching.Timetables;

const int Rounds = 20;
const int Courses = 34;
const int HoursOfLesson = 4;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Guid[] teachers = [.. Enumerable.Range(1, 12).Select(Id)];
BellStream[] streams =
[
    new(1, new TimeOnly(9, 45), new TimeOnly(13, 0), new TimeOnly(11, 15), new TimeOnly(11, 30), HoursOfLesson),
    new(2, new TimeOnly(14, 45), new TimeOnly(18, 0), new TimeOnly(16, 15), new TimeOnly(16, 30), HoursOfLesson),
];
CalendarBreak[] breaks = [new(new(2019, 11, 4), new(2019, 11, 4)), new(new(2019, 12, 30), new(2020, 1, 8))];
var calendar = AcademicCalendar
    .Set(
        AcademicYear.Starting(2019),
        new CalendarPlan(new(2019, 9, 2), new(2020, 2, 1), new(2020, 6, 30), 5, breaks, streams),
        new NormSet(CalendarNorms.All, [])
    )
    .Value;
Room[] rooms = [Hall("зал 1", 80), Hall("зал 2", 30), Hall("класс 1", 12, 12), Hall("класс 2", 12, 12)];
CourseDemand[] courses = [.. Enumerable.Range(1, Courses).Select(Demand)];
var lessons = courses.Sum(course => course.Hours / HoursOfLesson);

var times = new double[Rounds];
for (var round = 0; round < Rounds; round++)
{
    var began = Stopwatch.GetTimestamp();
    var proposed = TimetablePlanner.Propose(new TimetableDemand([calendar], courses, rooms, []));
    times[round] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    if (proposed.Refused || proposed.Value.Count != lessons)
    {
        throw new InvalidOperationException($"No timetable of {lessons} lessons: {proposed.Error}");
    }
}

Console.WriteLine(
    $"{Courses} courses, {rooms.Length} rooms, {streams.Length} streams, {teachers.Length} teachers: {lessons} lessons"
);
Console.WriteLine(
    $"first {times[0]:F0} ms, median {times.Order().ElementAt(Rounds / 2):F0} ms, slowest {times.Max():F0} ms (asked: under 5,000)"
);

CourseDemand Demand(int number)
{
    var large = number <= Courses / 2;
    return new CourseDemand
    {
        Id = Id(1000 + number),
        Number = number,
        From = new(2019, 9, 2),
        To = new(2020, 1, 31),
        Hours = large ? 72 : 36,
        Learners = large ? 25 : 12,
        NeedsComputers = !large,
        Mode = TimetableMode.Weekly,
        Teachers = teachers,
    };
}

static Room Hall(string name, int seats, int computers = 0) =>
    Room.Register(new RoomCard("Невский, 154", name, seats, computers, [])).Value;

static Guid Id(int number) => new(number, 0, 0, new byte[8]);
