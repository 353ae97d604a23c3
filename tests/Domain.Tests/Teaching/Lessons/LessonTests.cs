using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Tests.Teaching.Timetables;

namespace MethodCenter.Domain.Tests.Teaching.Lessons;

public sealed class LessonTests
{
    private static readonly DateOnly Monday = new(2019, 9, 9);
    private static readonly Guid Teacher = School.Teachers[0];
    private readonly Course _course = School.Course(hours: 16, learners: [Guid.NewGuid(), Guid.NewGuid()]);
    private readonly Room _room = School.Room("зал", 30);

    [Fact]
    public void A_lesson_that_fits_is_planned()
    {
        var planned = Plan(At(Monday));

        planned.Refused.ShouldBeFalse();
        planned.Value.Events.Single().ShouldBeOfType<LessonPlanned>();
    }

    [Theory]
    [InlineData("2019-09-07", "calendar.day-off")]
    [InlineData("2019-11-04", "calendar.day-in-break")]
    [InlineData("2019-09-01", "calendar.day-outside")]
    [InlineData("2020-02-03", "lesson.outside-course")]
    public void Days_without_lessons_are_refused(string day, string code) =>
        Plan(At(DateOnly.Parse(day))).Error!.Code.ShouldBe(code);

    [Fact]
    public void Hours_and_streams_are_bounded()
    {
        Code(At(Monday) with { Hours = 0 }).ShouldBe("lesson.no-hours");
        Code(At(Monday) with { Hours = 5 }).ShouldBe("lesson.more-than-stream");
        Code(At(Monday) with { Stream = 3 }).ShouldBe("calendar.unknown-stream");
        Code(At(Monday.AddDays(1)), Other(Monday, hours: 14, course: _course.Id))
            .ShouldBe("lesson.more-than-programme");
        Code(At(Monday.AddDays(1)), Other(Monday, hours: 12, course: _course.Id)).ShouldBeNull();
    }

    [Fact]
    public void The_place_must_fit_the_venue()
    {
        Code(At(Monday) with { RoomId = null }).ShouldBe("lesson.room-missing");
        Code(At(Monday) with { RoomId = Guid.NewGuid() }, room: null).ShouldBe("room.unknown");
        Code(At(Monday) with { HostId = Guid.NewGuid() }).ShouldBe("lesson.host-not-needed");
        Code(At(Monday) with { Venue = LessonVenue.Distance }).ShouldBe("lesson.room-not-needed");
        Code(At(Monday) with { Venue = LessonVenue.OffSite, RoomId = null }).ShouldBe("lesson.place-missing");
        Code(At(Monday) with { Venue = LessonVenue.OffSite, RoomId = null, Place = "Школа" }).ShouldBeNull();
        Code(At(Monday), room: School.Room("чулан", 1)).ShouldBe("lesson.too-few-seats");
        _room.Retire(0);
        Code(At(Monday)).ShouldBe("lesson.room-retired");
    }

    [Fact]
    public void A_room_for_those_who_are_here_but_not_for_all_who_may_come_is_warned_of() =>
        Lesson
            .Plan(At(Monday), Facts(School.Room("малый", 5)))
            .Warnings.Single()
            .Code.ShouldBe("lesson.seats-below-capacity");

    [Fact]
    public void Who_is_elsewhere_is_named_with_the_lesson()
    {
        var other = Other(Monday);

        Code(At(Monday), other with { RoomId = _room.Id }).ShouldBe("lesson.room-busy");
        Code(At(Monday), other with { TeacherId = Teacher }).ShouldBe("lesson.teacher-busy");
        Code(At(Monday), other with { CourseId = _course.Id }).ShouldBe("lesson.group-busy");
        var error = Plan(At(Monday), other with { SharedLearners = 2 }).Error!;
        error.Code.ShouldBe("lesson.learners-busy");
        (error.Params["lesson"], error.Params["course"], error.Params["learners"]).ShouldBe((other.Id, 9, 2));
        Code(At(Monday) with { Stream = 2 }, other with { RoomId = _room.Id }).ShouldBeNull();
        Code(At(Monday), other).ShouldBeNull();
    }

    [Fact]
    public void The_final_assessment_stands_once_and_last()
    {
        var final = At(Monday) with { Kind = LessonKind.FinalAssessment };
        var own = Other(Monday.AddDays(1), course: _course.Id);

        Code(final, own).ShouldBe("lesson.final-assessment-not-last");
        Code(final with { Date = Monday.AddDays(2) }, own).ShouldBeNull();
        var ended = own with { Kind = LessonKind.FinalAssessment };
        Code(final with { Date = Monday.AddDays(2) }, ended).ShouldBe("lesson.second-final-assessment");
        Code(At(Monday.AddDays(2)), ended).ShouldBe("lesson.after-final-assessment");
        Code(At(Monday), ended).ShouldBeNull();
    }

    [Fact]
    public void A_course_in_both_half_years_teaches_its_programme_to_each_group()
    {
        var course = School.Course(hours: 16, season: CourseSeason.AutumnAndSpring);
        var spring = new DateOnly(2020, 1, 13);
        string? CodeOf(LessonPlan plan, params OtherLesson[] others) =>
            Lesson.Plan(plan, new LessonFacts(course, School.Calendar(), _room, others) { Learners = 20 }).Error?.Code;
        var whole = Other(Monday, hours: 16, course: course.Id) with { Kind = LessonKind.FinalAssessment };

        CodeOf(At(Monday.AddDays(1)), whole).ShouldBe("lesson.more-than-programme");
        CodeOf(At(spring), whole).ShouldBeNull();
        CodeOf(At(spring) with { Kind = LessonKind.FinalAssessment }, whole).ShouldBeNull();
        Lesson
            .Plan(At(spring), new LessonFacts(course, School.Calendar(), _room, []) { Learners = 31 })
            .Error!.Code.ShouldBe("lesson.too-few-seats");
        CourseGroup
            .Of(course)
            .Select(group => (group.HalfYear, group.To))
            .ShouldBe([(HalfYear.Autumn, new DateOnly(2019, 12, 31)), (HalfYear.Spring, course.EndsOn)]);
    }

    [Fact]
    public void Without_a_calendar_or_on_an_ended_course_nothing_is_planned()
    {
        Lesson.Plan(At(Monday), Facts(_room) with { Calendar = null }).Error!.Code.ShouldBe("calendar.missing");
        _course.Cancel("Нет преподавателя");
        Code(At(Monday)).ShouldBe("course.wrong-status");
    }

    [Fact]
    public void What_was_held_or_cancelled_is_not_changed()
    {
        var held = Plan(At(Monday)).Value;
        held.Move(At(Monday) with { Stream = 2 }, Facts(_room)).Refused.ShouldBeFalse();
        held.RecordAttendance([], [], 45, Monday).Refused.ShouldBeFalse();
        var cancelled = Plan(At(Monday)).Value;
        cancelled.Cancel("Болезнь преподавателя");

        held.Move(At(Monday), Facts(_room)).Error!.Code.ShouldBe("lesson.already-held");
        held.Cancel("Поздно").Error!.Code.ShouldBe("lesson.already-held");
        cancelled.Move(At(Monday), Facts(_room)).Error!.Code.ShouldBe("lesson.cancelled");
        cancelled.RecordAttendance([], [], 45, Monday).Error!.Code.ShouldBe("lesson.cancelled");
    }

    [Fact]
    public void A_lesson_is_not_moved_to_where_it_cannot_stand()
    {
        var lesson = Plan(At(Monday)).Value;

        lesson.Move(At(Monday) with { Hours = 0 }, Facts(_room)).Error!.Code.ShouldBe("lesson.no-hours");
        lesson.Hours.ShouldBe(4);
    }

    [Fact]
    public void Nobody_teaches_the_course_on_which_he_learns() =>
        Lesson
            .Plan(At(Monday), Facts(_room) with { TeacherLearns = true })
            .Error!.Code.ShouldBe("lesson.teacher-is-learner");

    [Theory]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    public void On_a_course_of_computing_a_learner_without_a_computer_is_warned_of(int computers, int warnings)
    {
        var card = new ProgrammeCard("ИКТ", 16, ProgrammeLine.Ict, StudyForm.FullTime, new(2019, 6, 1));
        var programme = Programme.Register("p", ProgrammeKind.ProfessionalDevelopment, card, School.Norms).Value;
        var course = School.Course(programme: programme, learners: [Guid.NewGuid(), Guid.NewGuid()]);
        var room = School.Room("класс", 30, computers);

        Lesson
            .Plan(At(Monday), new LessonFacts(course, School.Calendar(), room, []))
            .Warnings.Select(warning => warning.Code)
            .ShouldBe(Enumerable.Repeat("lesson.too-few-computers", warnings));
    }

    [Fact]
    public void Attendance_is_kept_in_minutes_and_a_later_sheet_replaces_it()
    {
        var lesson = Plan(At(Monday)).Value;
        var (one, two, gone) = (Seat(), Seat(), Seat(until: Monday.AddDays(3)));
        SeatHolder[] learners = [one, two, gone];

        Record(lesson, learners, (one, Presence.Present, null), (two, Presence.Late, 30), (gone, Presence.Absent, null))
            .ShouldBeNull();
        lesson.Marks.Select(mark => mark.MinutesAttended).ShouldBe([180, 150, 0]);
        Record(lesson, learners, (one, Presence.LeftEarly, 45), (two, Presence.Present, null)).ShouldBeNull();
        lesson.Marks.Select(mark => mark.MinutesAttended).ShouldBe([135, 180]);
    }

    /// <summary>
    /// A learner who was there stays on the sheet after moving to the other group, or leaving and coming back.
    /// </summary>
    [Fact]
    public void A_mark_of_who_has_moved_since_stays_and_can_be_corrected()
    {
        var lesson = Plan(At(Monday)).Value;
        var (one, moved, back) = (Seat(), Seat(), Seat());
        Record(
                lesson,
                [one, moved, back],
                (one, Presence.Present, null),
                (moved, Presence.Present, null),
                (back, Presence.Present, null)
            )
            .ShouldBeNull();
        SeatHolder[] since = [one, back with { From = Monday.AddDays(30) }];

        Record(lesson, since, (one, Presence.Absent, null)).ShouldBeNull();
        lesson.Marks.Select(mark => mark.MinutesAttended).ShouldBe([0, 180, 180]);
        Record(lesson, since, (one, Presence.Absent, null), (moved, Presence.Late, 30), (back, Presence.Absent, null))
            .ShouldBeNull();
        lesson.Marks.Select(mark => mark.MinutesAttended).ShouldBe([0, 150, 0]);
        Record(lesson, since, (one, Presence.Present, null), (Seat(), Presence.Present, null))
            .ShouldBe("attendance.not-enrolled");
    }

    [Fact]
    public void A_sheet_that_is_wrong_is_refused()
    {
        var lesson = Plan(At(Monday)).Value;
        var (one, two) = (Seat(), Seat());
        SeatHolder[] learners = [one, two, Seat(until: Monday.AddDays(-1))];

        lesson.RecordAttendance([], learners, 45, Monday.AddDays(-1)).Error!.Code.ShouldBe("lesson.not-yet-held");
        Record(lesson, learners, (one, Presence.Present, null)).ShouldBe("attendance.learners-missing");
        Record(lesson, learners, (one, Presence.Present, null), (one, Presence.Absent, null))
            .ShouldBe("attendance.twice");
        Record(lesson, learners, (Seat(), Presence.Present, null)).ShouldBe("attendance.not-enrolled");
        Record(lesson, learners, (learners[2], Presence.Present, null)).ShouldBe("attendance.no-seat-on-the-day");
        Record(lesson, learners, (one, Presence.Present, 5)).ShouldBe("attendance.minutes-not-needed");
        Record(lesson, learners, (one, Presence.Late, null)).ShouldBe("attendance.minutes-impossible");
        Record(lesson, learners, (one, Presence.Late, 180)).ShouldBe("attendance.minutes-impossible");
    }

    private static string? Record(
        Lesson lesson,
        SeatHolder[] learners,
        params (SeatHolder Learner, Presence Presence, int? Missed)[] marks
    ) =>
        lesson
            .RecordAttendance(
                [.. marks.Select(mark => new AttendanceEntry(mark.Learner.EnrolmentId, mark.Presence, mark.Missed))],
                learners,
                45,
                Monday
            )
            .Error?.Code;

    private static SeatHolder Seat(DateOnly? until = null) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Monday.AddDays(-7), until);

    private LessonPlan At(DateOnly day) => new(day, 1, 4, LessonVenue.Room, Teacher) { RoomId = _room.Id };

    private Result<Lesson> Plan(LessonPlan plan, params OtherLesson[] others) =>
        Lesson.Plan(plan, Facts(_room, others));

    private string? Code(LessonPlan plan, params OtherLesson[] others) => Plan(plan, others).Error?.Code;

    private string? Code(LessonPlan plan, Room? room) => Lesson.Plan(plan, Facts(room)).Error?.Code;

    private LessonFacts Facts(Room? room, params OtherLesson[] others) => new(_course, School.Calendar(), room, others);

    private static OtherLesson Other(DateOnly day, int hours = 4, Guid? course = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            CourseId = course ?? Guid.NewGuid(),
            CourseNumber = 9,
            Date = day,
            Stream = 1,
            Hours = hours,
            TeacherId = Guid.NewGuid(),
            Kind = LessonKind.Lesson,
        };
}
