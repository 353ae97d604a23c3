using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>An enrolment.</summary>
public sealed record EnrolmentDetails : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    /// <summary>The learner's place of work on the day of enrolment.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>The team with which the learner was sent; null: he was sent alone.</summary>
    public TeamReference? Team { get; init; }

    public EnrolmentState State { get; init; }

    /// <summary>Half-year in which the learner's group studies.</summary>
    public HalfYear HalfYear { get; init; }

    /// <summary>Order of arrival on the course, from 1.</summary>
    public int Arrival { get; init; }

    public DateOnly ArrivedOn { get; init; }

    /// <summary>Day from which the learner holds a seat; null: on the waiting list.</summary>
    public DateOnly? EnrolledOn { get; init; }

    /// <summary>Who pays for this learner; null: whoever pays for the course.</summary>
    public FundingModel? Funding { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public string? WithdrawalReason { get; init; }

    /// <summary>
    /// Why the learner was moved to the group of the other half-year; null: still in the original group.
    /// </summary>
    public string? TransferReason { get; init; }
}

/// <summary>A learner of a course in a list.</summary>
public sealed record EnrolmentListItem
{
    public Guid Id { get; init; }

    public CourseReference Course { get; init; } = null!;

    public Guid EmployeeId { get; init; }

    /// <summary>
    /// Family name, given name, patronymic; null: the person no longer works at an organisation of the caller.
    /// </summary>
    public string? FullName { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    /// <summary>The team with which the learner was sent; null: he was sent alone.</summary>
    public TeamReference? Team { get; init; }

    public EnrolmentState State { get; init; }

    public HalfYear HalfYear { get; init; }

    public int Arrival { get; init; }

    public DateOnly ArrivedOn { get; init; }

    /// <summary>Day from which the learner holds a seat; null: on the waiting list.</summary>
    public DateOnly? EnrolledOn { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Who pays for this learner; null: whoever pays for the course.</summary>
    public FundingSource? FundingSource { get; init; }

    public int Version { get; init; }
}

internal sealed class EnrolmentProjections : Profile
{
    public EnrolmentProjections() =>
        CreateProjection<Enrolment, EnrolmentDetails>()
            .Beside(model => model.CourseTitle, enrolment => enrolment.CourseId, (Course course) => course.Title)
            .Beside(
                model => model.CourseNumber,
                enrolment => enrolment.CourseId,
                (Course course) => (int?)course.Number
            )
            .Beside(model => model.FullName, enrolment => enrolment.EmployeeId, EmployeeNames.FullName)
            .Beside(
                model => model.OrganisationName,
                enrolment => enrolment.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .Beside(
                model => model.Team,
                enrolment => enrolment.TeamId,
                (Team team) => new TeamReference { Id = team.Id, Name = team.Name }
            )
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Funding,
                options =>
                    options.MapFrom(enrolment =>
                        enrolment.FundingSource == null
                            ? null
                            : new FundingModel
                            {
                                Source = enrolment.FundingSource.Value,
                                Reference = enrolment.FundingReference,
                            }
                    )
            );
}
