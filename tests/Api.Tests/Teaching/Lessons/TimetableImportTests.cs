using MethodCenter.Api.Tests.Office.Imports;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Api.Tests.Teaching.Timetables;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Teaching.Lessons;

/// <summary>Lessons and attendance by file.</summary>
public sealed class TimetableImportTests
{
    private const string Lessons = "lessons";
    private const string LessonHeader =
        "Ключ курса;Дата;Поток;Часов;Где проводится;Помещение;Место;Ключ работника;Тема;Вид занятия;Состояние";
    private const string Attendance = "attendance";
    private const string AttendanceHeader = "Ключ курса;Дата;Поток;Ключ работника;Посещение;Пропущено минут";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_timetable_is_added_moved_and_comes_back(DatabaseProvider provider)
    {
        await using var scenario = await ScenarioAsync(provider);
        var first = await scenario.ImportAsync(
            Lessons,
            LessonHeader,
            "plan-1;05.10.2026;1;4;;зал 2;;00004;Введение;;",
            "plan-1;06.10.2026;1;4;дистанционно;;vks.example.org/7;00004;;;",
            "plan-1;12.10.2026;2;4;;Невский, 154, зал 2;;00004;;итоговая аттестация;"
        );
        first.ShouldBe(created: 3);
        await scenario.ShouldComeBackAsync(Lessons, 3);
        await scenario.ShouldComeBackAsync(Lessons, 3, "source=test&personal=true&purpose=сверка");
        (await scenario.ExportAsync(Lessons, "source=test&stream=2")).ShouldNotContain("Введение");

        var moved = await scenario.ImportAsync(
            Lessons,
            LessonHeader,
            "plan-1;05.10.2026;1;4;;зал 1;;00003;;;",
            "plan-1;06.10.2026;1;4;;;;00004;;;"
        );
        moved.ShouldBe(changed: 1, unchanged: 1);
        (await scenario.RowsAsync("lessons", "topic = 'Введение'")).ShouldBe(1);
    }

    [Fact]
    public async Task Each_refusal_of_a_lesson_stands_at_its_column()
    {
        await using var scenario = await ScenarioAsync();
        await scenario.ImportAsync(Lessons, LessonHeader, "plan-1;05.10.2026;1;4;;зал 2;;00004;;;");
        await scenario.ShouldRefuseAsync(
            Lessons,
            LessonHeader,
            (";06.10.2026;1;4;;зал 2;;00004;;;", "courseNumber import.required"),
            ("plan-9;06.10.2026;1;4;;зал 2;;00004;;;", "courseKey import.unknown-reference"),
            ("plan-1;04.10.2026;1;4;;зал 2;;00004;;;", "date calendar.day-off"),
            ("plan-1;06.10.2026;3;4;;зал 2;;00004;;;", "stream calendar.unknown-stream"),
            ("plan-1;06.10.2026;1;0;;зал 2;;00004;;;", "hours lesson.no-hours"),
            ("plan-1;07.10.2026;1;5;;зал 2;;00004;;;", "hours lesson.more-than-stream"),
            ("plan-1;08.10.2026;1;4;;зал 9;;00004;;;", "room import.unknown-reference"),
            ("plan-1;09.10.2026;1;4;;;;00004;;;", "room lesson.room-missing"),
            ("plan-1;12.10.2026;1;4;дистанционно;зал 2;;00004;;;", "room lesson.room-not-needed"),
            ("plan-1;13.10.2026;1;4;;зал 2;;99999;;;", "employeeKey employee.unknown"),
            ("plan-1;06.10.2026;1;4;;зал 2;;00004;;;отменено", "state lesson.cancellation-not-by-file")
        );
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Attendance_is_taken_lesson_by_lesson_and_comes_back(DatabaseProvider provider)
    {
        await using var scenario = await EnrolledAsync(provider);
        var first = await scenario.ImportAsync(
            Attendance,
            AttendanceHeader,
            "plan-1;05.10.2026;1;00001;+;",
            "plan-1;05.10.2026;1;00002;опоздал;45",
            "plan-1;12.10.2026;1;00001;нет;",
            "plan-1;12.10.2026;1;00002;присутствовал;"
        );
        first.ShouldBe(created: 4);
        (await scenario.RowsAsync("attendance_marks")).ShouldBe(4);
        await scenario.ShouldComeBackAsync(Attendance, 4);

        var corrected = await scenario.ImportAsync(
            Attendance,
            AttendanceHeader,
            "plan-1;12.10.2026;1;00001;ушёл раньше;90"
        );
        corrected.ShouldBe(changed: 1);
        (await scenario.RowsAsync("attendance_marks", "minutes_attended = 90")).ShouldBe(1);
        (await scenario.RowsAsync("attendance_marks")).ShouldBe(4);
    }

    [Fact]
    public async Task Rows_of_a_lesson_stand_or_fall_together()
    {
        await using var scenario = await EnrolledAsync();
        var outcome = await scenario.ImportAsync(
            Attendance,
            AttendanceHeader,
            "plan-1;05.10.2026;1;00001;+;",
            "plan-1;05.10.2026;1;00004;+;",
            "plan-1;12.10.2026;1;00001;+;",
            "plan-1;12.10.2026;1;00002;+;10",
            "plan-1;19.10.2026;1;00001;+;",
            "plan-1;05.10.2026;2;00001;+;"
        );
        outcome.ShouldBe(refused: 6);
        outcome.Findings.ShouldBe([
            "2 - import.refused-together",
            "3 employeeKey attendance.not-enrolled",
            "4 - import.refused-together",
            "5 minutesMissed attendance.minutes-not-needed",
            "6 date import.unknown-reference",
            "7 date import.unknown-reference",
        ]);
        (await scenario.RowsAsync("attendance_marks")).ShouldBe(0);

        var part = await scenario.ImportAsync(Attendance, AttendanceHeader, "plan-1;05.10.2026;1;00001;+;");
        part.Findings.ShouldBe(["2 employeeKey attendance.learners-missing"]);
    }

    [Fact]
    public async Task A_school_reads_the_marks_of_its_own_and_writes_none()
    {
        await using var scenario = await EnrolledAsync();
        var other = await scenario.World.OrganisationAsync("school-2", "Вторая СОШ");
        await scenario.ImportAsync(
            Attendance,
            AttendanceHeader,
            "plan-1;05.10.2026;1;00001;+;",
            "plan-1;05.10.2026;1;00002;+;"
        );
        var (_, key) = await scenario.World.ProgramAsync(TestAccounts.Role("schoolOperator", other));
        using var school = scenario.Service.Client(key);

        (await school.GetAsync("/exports/attendance?format=csv&source=test")).Text.ShouldNotContain("0000");
        var sent = await Imports.SendAsync(school, "/imports/attendance?mode=validRows&source=test", [1]);
        sent.Code.ShouldBe(403);
    }

    /// <summary>A school with four teachers, two rooms, a calendar and an open course «plan-1».</summary>
    private static async Task<DatasetScenario> ScenarioAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scenario = await DatasetScenario.StartAsync(provider);
        await scenario.OpenCourseAsync(25);
        await scenario.World.SetCalendarAsync();
        await scenario.World.RoomAsync();
        await scenario.World.RoomAsync("зал 1", 80);
        return scenario;
    }

    /// <summary>Two learners and two lessons of the first stream.</summary>
    private static async Task<DatasetScenario> EnrolledAsync(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var scenario = await ScenarioAsync(provider);
        (
            await scenario.ImportAsync(
                "enrolments",
                "Ключ курса;Ключ работника;Дата зачисления",
                "plan-1;00001;15.09.2026",
                "plan-1;00002;15.09.2026"
            )
        ).ShouldBe(created: 2);
        (
            await scenario.ImportAsync(
                Lessons,
                LessonHeader,
                "plan-1;05.10.2026;1;4;;зал 2;;00004;;;",
                "plan-1;12.10.2026;1;4;;зал 2;;00004;;;"
            )
        ).ShouldBe(created: 2);
        return scenario;
    }
}
