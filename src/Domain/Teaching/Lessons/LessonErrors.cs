namespace MethodCenter.Domain.Teaching.Lessons;

/// <summary>Refusals and warnings of lessons.</summary>
public static class LessonErrors
{
    public static readonly Error NotFound = Error.NotFound("lesson.not-found");

    public static readonly Error Cancelled = Error.Conflict("lesson.cancelled");

    /// <summary>Attendance is recorded: what was held is not moved or cancelled.</summary>
    public static readonly Error AlreadyHeld = Error.Conflict("lesson.already-held");

    /// <summary>A lesson is cancelled with a reason, by a request of its own.</summary>
    public static readonly Error CancellationNotByFile = Error
        .Unprocessable("lesson.cancellation-not-by-file")
        .At("/state");

    public static readonly Error NoHours = Error.Unprocessable("lesson.no-hours").At("/hours");

    public static readonly Error RoomMissing = Error.Unprocessable("lesson.room-missing").At("/roomId");

    public static readonly Error PlaceMissing = Error.Unprocessable("lesson.place-missing").At("/place");

    public static readonly Error CourseUnknown = Error.Unprocessable("lesson.course-unknown").At("/courseId");

    /// <summary>Nobody teaches the course on which he learns.</summary>
    public static readonly Error TeacherIsLearner = Error.Unprocessable("lesson.teacher-is-learner").At("/teacherId");

    /// <summary>Two requests took the same room, teacher or group at once.</summary>
    public static readonly Error RoomTaken = Error.Conflict("lesson.room-taken").At("/roomId");

    /// <inheritdoc cref="RoomTaken"/>
    public static readonly Error TeacherTaken = Error.Conflict("lesson.teacher-taken").At("/teacherId");

    /// <inheritdoc cref="RoomTaken"/>
    public static readonly Error GroupTaken = Error.Conflict("lesson.group-taken").At("/stream");

    public static Error RoomRetired(string name) =>
        Error.Unprocessable("lesson.room-retired").With("room", name).At("/roomId");

    public static Error OutsideCourse(DateOnly date, DateOnly from, DateOnly to) =>
        Error.Unprocessable("lesson.outside-course").With("date", date).With("from", from).With("to", to).At("/date");

    public static Error MoreThanStream(int hours, int stream, int most) =>
        Error
            .Unprocessable("lesson.more-than-stream")
            .With("hours", hours)
            .With("stream", stream)
            .With("most", most)
            .At("/hours");

    public static Error MoreThanProgramme(int programme, int planned, int left) =>
        Error
            .Unprocessable("lesson.more-than-programme")
            .With("programme", programme)
            .With("planned", planned)
            .With("left", left)
            .At("/hours");

    public static Error RoomNotNeeded(LessonVenue venue) =>
        Error.Unprocessable("lesson.room-not-needed").With("venue", venue).At("/roomId");

    public static Error HostNotNeeded(LessonVenue venue) =>
        Error.Unprocessable("lesson.host-not-needed").With("venue", venue).At("/hostId");

    public static Error TooFewSeats(int seats, int learners) =>
        Error.Unprocessable("lesson.too-few-seats").With("seats", seats).With("learners", learners).At("/roomId");

    public static Error GroupBusy(OtherLesson other) => At(Error.Conflict("lesson.group-busy"), other).At("/stream");

    public static Error RoomBusy(OtherLesson other) => At(Error.Conflict("lesson.room-busy"), other).At("/roomId");

    public static Error TeacherBusy(OtherLesson other) =>
        At(Error.Conflict("lesson.teacher-busy"), other).At("/teacherId");

    public static Error LearnersBusy(OtherLesson other) =>
        At(Error.Conflict("lesson.learners-busy"), other).With("learners", other.SharedLearners).At("/stream");

    public static Error AfterFinalAssessment(DateOnly date) =>
        Error.Unprocessable("lesson.after-final-assessment").With("date", date).At("/date");

    public static Error SecondFinalAssessment(DateOnly date) =>
        Error.Conflict("lesson.second-final-assessment").With("date", date).At("/kind");

    public static Error FinalAssessmentNotLast(DateOnly date) =>
        Error.Unprocessable("lesson.final-assessment-not-last").With("date", date).At("/date");

    public static Error NotYetHeld(DateOnly date) => Error.Conflict("lesson.not-yet-held").With("date", date);

    public static Warning SeatsBelowCapacity(int seats, int capacity) =>
        new Warning("lesson.seats-below-capacity").With("seats", seats).With("capacity", capacity);

    public static Warning TooFewComputers(int computers, int learners) =>
        new Warning("lesson.too-few-computers").With("computers", computers).With("learners", learners);

    private static Error At(Error error, OtherLesson other) =>
        error
            .With("lesson", other.Id)
            .With("course", other.CourseNumber)
            .With("date", other.Date)
            .With("stream", other.Stream);
}
