using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Territory.Norms;

/// <summary>A norm set by the centre.</summary>
public sealed record CentreNormDetails : DetailsModel
{
    /// <summary>What is regulated, e.g. <c>attestation.refusal-pause-years</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>The value; null: no limit.</summary>
    public string? Value { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>Rule that uses the norm, e.g. <c>ATT-18</c>.</summary>
    public string Rule { get; init; } = "";

    /// <summary>The act by which the centre set it.</summary>
    public string Basis { get; init; } = "";
}

/// <summary>An edition of a norm: shipped with the service, or set by the centre.</summary>
public sealed record NormListItem
{
    /// <summary>Id of a norm that the centre has set; null: shipped with the service.</summary>
    public Guid? Id { get; init; }

    public string Code { get; init; } = "";

    /// <summary>The value; null: no limit.</summary>
    public string? Value { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public string Rule { get; init; } = "";

    public string Basis { get; init; } = "";

    /// <summary>How far it can be trusted.</summary>
    public NormConfidence Confidence { get; init; }

    /// <summary>Revision of a norm that the centre has set; null: shipped with the service, which nobody changes.</summary>
    public int? Version { get; init; }
}

internal sealed class NormProjections : Profile
{
    public NormProjections() =>
        CreateProjection<CentreNorm, CentreNormDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore());
}
