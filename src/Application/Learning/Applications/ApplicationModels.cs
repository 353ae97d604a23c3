using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>An application for the training of an employee.</summary>
public sealed record ApplicationDetails : DetailsModel
{
    public Guid CampaignId { get; init; }

    public string? CampaignTitle { get; init; }

    public Guid ProgrammeId { get; init; }

    public string? ProgrammeTitle { get; init; }

    /// <summary>Null: an outside provider's course, or not chosen yet.</summary>
    public Guid? CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    /// <summary>The organisation that applies.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public HalfYear? HalfYear { get; init; }

    public DateOnly SubmittedOn { get; init; }

    public ApplicationState State { get; init; }

    /// <summary>What a waiting application waits for: a seat or a quota.</summary>
    public ApplicationLack? Lacks { get; init; }

    /// <summary>Place in the order of arrival on the course.</summary>
    public int? Arrival { get; init; }

    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? Reason { get; init; }

    /// <summary>The seat, or the place on the waiting list.</summary>
    public Guid? EnrolmentId { get; init; }

    /// <summary>The quota that it has used or waits for.</summary>
    public Guid? QuotaId { get; init; }

    /// <summary>Number of the referral letter to an outside provider.</summary>
    public string? ReferralNumber { get; init; }

    /// <summary>What the referral letter says of the training and of itself; null: nothing.</summary>
    public ReferralTerms? Referral { get; init; }
}

/// <summary>An application in a list.</summary>
public sealed record ApplicationListItem
{
    public Guid Id { get; init; }

    public Guid CampaignId { get; init; }

    public string CampaignTitle { get; init; } = "";

    public Guid ProgrammeId { get; init; }

    public string ProgrammeTitle { get; init; } = "";

    public Guid? CourseId { get; init; }

    /// <summary>Null: an outside provider's course, or not chosen yet.</summary>
    public CourseReference? Course { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public DateOnly SubmittedOn { get; init; }

    public ApplicationState State { get; init; }

    public ApplicationLack? Lacks { get; init; }

    public int? Arrival { get; init; }

    public int Version { get; init; }
}

internal sealed class ApplicationProjections : Profile
{
    public ApplicationProjections() =>
        CreateProjection<TrainingApplication, ApplicationDetails>()
            .Beside(
                model => model.CampaignTitle,
                application => application.CampaignId,
                (Campaign campaign) => campaign.Title
            )
            .Beside(
                model => model.ProgrammeTitle,
                application => application.ProgrammeId,
                (Programme programme) => programme.Title
            )
            .Beside(model => model.CourseTitle, application => application.CourseId, (Course course) => course.Title)
            .Beside(
                model => model.CourseNumber,
                application => application.CourseId,
                (Course course) => (int?)course.Number
            )
            .Beside(
                model => model.OrganisationName,
                application => application.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .Beside(model => model.FullName, application => application.EmployeeId, EmployeeNames.FullName)
            .ForMember(model => model.Warnings, options => options.Ignore());
}
