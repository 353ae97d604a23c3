using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>Registers a course: one delivery of a programme.</summary>
[Permission(CoursePermissions.Register)]
public sealed record RegisterCourse : CoursePlanBody, ICommand<CourseDetails>
{
    public required Guid ProgrammeId { get; init; }

    /// <summary>Academic year, e.g. <c>2026-2027</c>.</summary>
    public required AcademicYear AcademicYear { get; init; }
}

internal sealed class CoursePlanBodyValidator : AbstractValidator<CoursePlanBody>
{
    public CoursePlanBodyValidator()
    {
        RuleFor(body => body.StartsOn).ReasonableDay();
        RuleFor(body => body.EndsOn).ReasonableDay();
        RuleFor(body => body.Site).ShortText(Course.SiteMaxLength);
        RuleFor(body => body.Funding.Reference).ShortText(FundingBlock.ReferenceMaxLength);
        RuleFor(body => body.Capacity).InclusiveBetween(1, Course.MostCapacity);
    }
}

internal sealed class RegisterCourseValidator : AbstractValidator<RegisterCourse>
{
    public RegisterCourseValidator()
    {
        Include(new CoursePlanBodyValidator());
        RuleFor(command => command.ProgrammeId).NotEmpty();
    }
}

internal sealed class RegisterCourseHandler(ILearningStore store, INorms norms, INumerators numerators, IReads reads)
    : ICommandHandler<RegisterCourse, CourseDetails>
{
    public async Task<Answer<CourseDetails>> Handle(RegisterCourse request, CancellationToken cancellationToken)
    {
        var programme = await reads.FindRowAsync<Programme>(request.ProgrammeId, cancellationToken);
        if (programme is null)
        {
            return ProgrammeErrors.Unknown("/programmeId");
        }

        var normSet = await norms.GetAsync(cancellationToken);

        // Last: from here to the commit other registrations of the year wait, so that numbers have no gaps.
        var number = await numerators.NextAsync($"courses/{request.AcademicYear}", cancellationToken);
        var registered = Course.Register(programme, request.AcademicYear, number, request.ToPlan(), normSet);
        if (!registered.Succeeded(out var course, out var error))
        {
            return error;
        }

        store.Courses.Add(course);
        return reads.Answer<Course, CourseDetails>(course).Warn(registered.Warnings.AsSpan());
    }
}
