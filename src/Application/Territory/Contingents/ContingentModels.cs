using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Territory.Contingents;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Contingents;

/// <summary>How many pupils a school has in a grade in an academic year.</summary>
public sealed record ContingentDetails : DetailsModel
{
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    public AcademicYear AcademicYear { get; init; }

    public int Grade { get; init; }

    public int Pupils { get; init; }

    /// <summary>Classes of the grade; null: not said.</summary>
    public int? Classes { get; init; }

    /// <summary>Day of the count; null: not said.</summary>
    public DateOnly? CountedOn { get; init; }
}

/// <summary>The pupils of a grade in a list.</summary>
public sealed record ContingentListItem
{
    public Guid Id { get; init; }

    public OrganisationReference Organisation { get; init; } = null!;

    public AcademicYear AcademicYear { get; init; }

    public int Grade { get; init; }

    public int Pupils { get; init; }

    /// <summary>Classes of the grade; null: not said.</summary>
    public int? Classes { get; init; }

    /// <summary>Day of the count; null: not said.</summary>
    public DateOnly? CountedOn { get; init; }

    public int Version { get; init; }
}

internal sealed class ContingentProjections : Profile
{
    public ContingentProjections() =>
        CreateProjection<Contingent, ContingentDetails>()
            .Beside(
                model => model.OrganisationName,
                contingent => contingent.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore());
}
