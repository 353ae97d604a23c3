using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Applies for the training of an employee. Where the order of arrival decides, the answer is the decision.</summary>
[Permission(ApplicationPermissions.Submit)]
public sealed record SubmitApplication : ICommand<ApplicationDetails>
{
    /// <summary>A campaign that takes applications today.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>The employee to be trained, who works today at an organisation that the caller answers for.</summary>
    public required Guid EmployeeId { get; init; }

    /// <summary>The programme; may be left out where a course is named.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>A course of the centre; never with an outside provider.</summary>
    public Guid? CourseId { get; init; }

    /// <summary>Half-year of the learner's group; needed only where the course runs in both.</summary>
    public HalfYear? HalfYear { get; init; }

    /// <summary>
    /// Day on which it arrived, where the centre enters what was submitted on paper; today by default.
    /// </summary>
    public DateOnly? On { get; init; }
}

internal sealed class SubmitApplicationValidator : AbstractValidator<SubmitApplication>
{
    public SubmitApplicationValidator()
    {
        RuleFor(command => command.CampaignId).NotEmpty();
        RuleFor(command => command.EmployeeId).NotEmpty();
        RuleFor(command => command.On).ReasonableDay();
    }
}

internal sealed class SubmitApplicationHandler(
    ILearningStore store,
    ITerritoryStore territory,
    Applicants applicants,
    Placement placement,
    IReads reads,
    IClock clock,
    Caller caller
) : ICommandHandler<SubmitApplication, ApplicationDetails>
{
    public async Task<Answer<ApplicationDetails>> Handle(SubmitApplication request, CancellationToken cancellationToken)
    {
        if (ApplicationSubject.Check(request.ProgrammeId, request.CourseId).Error is { } missing)
        {
            return missing;
        }

        var dated = TrainingApplication.DayOf(request.On, caller.Scope.AllOrganisations, clock.Today);
        if (!dated.Succeeded(out var day, out var untimely))
        {
            return untimely;
        }

        var employee = await territory
            .Employees.AsNoTracking()
            .Include(employee => employee.Employments)
            .SingleOrDefaultAsync(employee => employee.Id == request.EmployeeId, cancellationToken);
        if (employee is null)
        {
            return EmployeeErrors.Unknown("/employeeId");
        }

        if (!SentEmployee.Send(employee, day, caller.Scope.Covers).Succeeded(out var learner, out var notSent))
        {
            return notSent;
        }

        var about = await applicants.AskAsync(request, day, cancellationToken);
        var unknown = Unknown(request, about);
        if (unknown is not null || about is null)
        {
            return unknown!;
        }

        var submitted = TrainingApplication.Submit(
            about.Campaign,
            new ApplicationSubject(
                request.ProgrammeId ?? about.ProgrammeId!.Value,
                request.CourseId,
                learner.OrganisationId,
                employee.Id,
                request.HalfYear
            ),
            about.Facts,
            day
        );
        if (!submitted.Succeeded(out var application, out var error))
        {
            return error;
        }

        store.Applications.Add(application);
        if (about.Campaign.Decision == CampaignDecision.ByCentre)
        {
            return reads.Answer<TrainingApplication, ApplicationDetails>(application);
        }

        var placed = await placement.PlaceAsync(application, request.CourseId!.Value, day, cancellationToken);
        return placed.Refused
            ? placed.Error
            : reads.Answer<TrainingApplication, ApplicationDetails>(application).Warn(placed.Warnings.AsSpan());
    }

    /// <summary>What the request names and is not there.</summary>
    private static Error? Unknown(SubmitApplication request, Applicant? about) =>
        about switch
        {
            null => CampaignErrors.Unknown,
            { ProgrammeId: null } when request.CourseId is null => ProgrammeErrors.Unknown("/programmeId"),
            { ProgrammeId: null } => CourseErrors.Unknown,
            _ => null,
        };
}
