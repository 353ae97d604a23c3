using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>An edition of the list of risk factors.</summary>
public sealed record RiskEditionDetails : DetailsModel
{
    /// <summary>Name of the edition, by its year.</summary>
    public string Code { get; init; } = "";

    /// <summary>First day on which the edition is used.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Where the list comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>How far the list can be trusted.</summary>
    public NormConfidence Confidence { get; init; }

    /// <summary>Names of the factors in the order of their numbers, from 1.</summary>
    public IReadOnlyList<string> Factors { get; init; } = [];
}

/// <summary>An edition of risk factors in a list.</summary>
public sealed record RiskEditionListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public DateOnly ValidFrom { get; init; }

    public NormConfidence Confidence { get; init; }

    /// <summary>Number of factors.</summary>
    public int Factors { get; init; }

    public int Version { get; init; }
}

internal sealed class RiskEditionProjections : Profile
{
    public RiskEditionProjections()
    {
        CreateProjection<RiskEdition, RiskEditionDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Factors,
                options =>
                    options.MapFrom(edition =>
                        edition.Factors.OrderBy(factor => factor.Number).Select(factor => factor.Name)
                    )
            );
        CreateProjection<RiskEdition, RiskEditionListItem>()
            .ForMember(model => model.Factors, options => options.MapFrom(edition => edition.Factors.Count));
    }
}
