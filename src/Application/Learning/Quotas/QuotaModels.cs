using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>The quota of an organisation.</summary>
public sealed record QuotaDetails : DetailsModel
{
    public Guid CampaignId { get; init; }

    public string? CampaignTitle { get; init; }

    public Guid ProgrammeId { get; init; }

    public string? ProgrammeTitle { get; init; }

    /// <summary>Null: for all courses of the programme together.</summary>
    public Guid? CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public int Limit { get; init; }

    /// <summary>Applications that were satisfied.</summary>
    public int Used { get; init; }

    /// <summary>What is left.</summary>
    public int Free { get; init; }
}

internal sealed class QuotaProjections : Profile
{
    public QuotaProjections() =>
        CreateProjection<Quota, QuotaDetails>()
            .Beside(model => model.CampaignTitle, quota => quota.CampaignId, (Campaign campaign) => campaign.Title)
            .Beside(model => model.ProgrammeTitle, quota => quota.ProgrammeId, (Programme programme) => programme.Title)
            .Beside(model => model.CourseTitle, quota => quota.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, quota => quota.CourseId, (Course course) => (int?)course.Number)
            .Beside(
                model => model.OrganisationName,
                quota => quota.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Free, options => options.MapFrom(quota => quota.Limit - quota.Used))
            .ForMember(model => model.Warnings, options => options.Ignore());
}
