namespace MethodCenter.Attacks;

/// <summary>A course of a past autumn with a lesson, whose learners are known.</summary>
internal sealed record Lessons(string Year, int Course, string NewLesson, string Mark)
{
    public static async Task<Lessons> SetAsync(Scene scene, IReadOnlyList<Teacher> people, Teacher teacher)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var first = today.Month >= 11 ? today.Year : today.Year - 1;
        var year = $"{first}-{first + 1}";
        var day = new DateOnly(first, 10, 6);
        while (day.DayOfWeek != DayOfWeek.Tuesday)
        {
            day = day.AddDays(1);
        }

        var calendar = new
        {
            startsOn = $"{first}-09-01",
            secondHalfFrom = $"{first + 1}-02-01",
            endsOn = $"{first + 1}-06-30",
            daysPerWeek = 5,
            breaks = Array.Empty<object>(),
            streams = new[]
            {
                new
                {
                    number = 1,
                    from = "09:45:00",
                    to = "13:00:00",
                    breakFrom = "11:15:00",
                    breakTo = "11:30:00",
                    hours = 4,
                },
            },
        };
        var calendars = await scene.Admin.PutAsync($"/academic-calendars/{year}", calendar);
        if (calendars.Status != 201)
        {
            throw new InvalidOperationException($"The scene cannot be set: {calendars.Text}");
        }

        var room = new
        {
            site = "Здание",
            name = "зал 1",
            seats = 30,
            computers = 0,
        };
        var roomId = (await scene.Admin.PostAsync("/rooms", room)).Made();
        var (course, number) = await CourseAsync(scene, first, year);
        foreach (var person in people)
        {
            (await scene.Admin.PostAsync($"/courses/{course}/enrolments", new { employeeId = person.Id })).Made();
        }

        var lesson = new
        {
            courseId = course,
            date = $"{day:yyyy-MM-dd}",
            stream = 1,
            hours = 4,
            roomId,
            teacherId = teacher.Id,
            topic = "Введение",
        };
        (await scene.Admin.PostAsync("/lessons", lesson)).Made();
        return new Lessons(
            year,
            number,
            $"{year};{number};{day.AddDays(1):dd.MM.yyyy};1;4;зал 1",
            $"{year};{number};{day:dd.MM.yyyy};1;да"
        );
    }

    private static async Task<(Guid Id, int Number)> CourseAsync(Scene scene, int first, string year)
    {
        var programme = new
        {
            code = "p-1",
            title = "Оценивание",
            kind = "professionalDevelopment",
            hours = 36,
            line = "thematic",
            form = "fullTime",
            approvedOn = "2015-06-01",
        };
        var programmeId = (await scene.Admin.PostAsync("/programmes", programme)).Made();
        var body = new
        {
            programmeId,
            academicYear = year,
            season = "autumn",
            startsOn = $"{first}-09-15",
            endsOn = $"{first + 1}-11-30",
            form = "fullTime",
            site = "Здание",
            funding = new { source = "stateAssignment" },
            capacity = 30,
        };
        var course = await scene.Admin.PostAsync("/courses", body);
        var id = course.Made();
        (await scene.Admin.PostAsync($"/courses/{id}/registration-opening", new { }, course.ETag)).Made();
        return (id, (int)course.Json!["number"]!);
    }
}
