using FluentValidation;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Domain.Teaching.Lessons;

namespace MethodCenter.Application.Teaching.Lessons;

/// <summary>Adds a lesson to the timetable of a course.</summary>
[Permission(LessonPermissions.Write)]
public sealed record AddLesson : LessonBody, ICommand<LessonDetails>
{
    public required Guid CourseId { get; init; }
}

internal sealed class AddLessonValidator : AbstractValidator<AddLesson>
{
    public AddLessonValidator()
    {
        Include(new LessonBodyValidator());
        RuleFor(command => command.CourseId).NotEmpty();
    }
}

internal sealed class AddLessonHandler(ITeachingStore store, LessonFactsReader reader, IReads reads)
    : ICommandHandler<AddLesson, LessonDetails>
{
    public async Task<Answer<LessonDetails>> Handle(AddLesson request, CancellationToken cancellationToken)
    {
        // Held, so that two lessons at once do not both take the last hours of the programme.
        if (await store.HoldCourseAsync(request.CourseId, cancellationToken) is not { } course)
        {
            return LessonErrors.CourseUnknown;
        }

        var plan = request.ToPlan();
        var gathered = await reader.GatherAsync(course, plan, cancellationToken);
        if (!gathered.Succeeded(out var facts, out var unknown))
        {
            return unknown;
        }

        var planned = Lesson.Plan(plan, facts);
        if (!planned.Succeeded(out var lesson, out var error))
        {
            return error;
        }

        store.Lessons.Add(lesson);
        return reads
            .Answer<Lesson, LessonDetails>(lesson)
            .Completed(details => details.WithBells(facts.Calendar))
            .Warn(planned.Warnings.AsSpan());
    }
}
