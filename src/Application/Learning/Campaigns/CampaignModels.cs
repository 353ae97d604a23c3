using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>A campaign of applications.</summary>
public sealed record CampaignDetails : DetailsModel
{
    public string Title { get; init; } = "";

    /// <summary>An outside provider; null: the centre's own courses.</summary>
    public string? Provider { get; init; }

    /// <summary>First day on which applications are taken.</summary>
    public DateOnly OpensOn { get; init; }

    /// <summary>Last day on which applications are taken.</summary>
    public DateOnly ClosesOn { get; init; }

    public CampaignDecision Decision { get; init; }

    /// <summary>An organisation without a quota gets no seats.</summary>
    public bool ByQuota { get; init; }
}

internal sealed class CampaignProjections : Profile
{
    public CampaignProjections() =>
        CreateProjection<Campaign, CampaignDetails>().ForMember(model => model.Warnings, options => options.Ignore());
}
