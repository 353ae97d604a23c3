using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>The quota of an organisation.</summary>
public sealed record QuotaDetails : DetailsModel
{
    public Guid CampaignId { get; init; }

    public Guid ProgrammeId { get; init; }

    /// <summary>Null: for all courses of the programme together.</summary>
    public Guid? CourseId { get; init; }

    public Guid OrganisationId { get; init; }

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
            .ForMember(model => model.Free, options => options.MapFrom(quota => quota.Limit - quota.Used))
            .ForMember(model => model.Warnings, options => options.Ignore());
}
