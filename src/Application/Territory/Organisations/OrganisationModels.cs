using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>Card of an educational organisation.</summary>
public sealed record OrganisationDetails : DetailsModel
{
    public string Code { get; init; } = "";

    public string ShortName { get; init; } = "";

    public string FullName { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    /// <summary>Column of summary tables to which the kind belongs: «ОУ», «ДОУ», «УДОД».</summary>
    public InstitutionGroup Group { get; init; }

    public string? LegalForm { get; init; }

    public string? Number { get; init; }

    public bool HasPreschoolGroups { get; init; }

    /// <summary>Of another district, a college, a private kindergarten: it stands in no base of the network.</summary>
    public bool OutsideTerritory { get; init; }

    /// <summary>Whose property it is; null: not known.</summary>
    public OrganisationOwnership? Ownership { get; init; }

    /// <summary>Which level of authority it answers to; null: not known, or private.</summary>
    public OrganisationSubordination? Subordination { get; init; }

    /// <summary>The founder, as the charter names it.</summary>
    public string? Founder { get; init; }

    public OrganisationStatus Status { get; init; }

    public DateOnly? StatusSince { get; init; }

    /// <summary>Other spellings in use.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Names borne before a renaming.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];
}

/// <summary>An educational organisation in a list.</summary>
public sealed record OrganisationListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string ShortName { get; init; } = "";

    public OrganisationKind Kind { get; init; }

    public string? LegalForm { get; init; }

    public string? Number { get; init; }

    /// <summary>Of another district, a college, a private kindergarten: it stands in no base of the network.</summary>
    public bool OutsideTerritory { get; init; }

    /// <summary>Whose property it is; null: not known.</summary>
    public OrganisationOwnership? Ownership { get; init; }

    /// <summary>Which level of authority it answers to; null: not known, or private.</summary>
    public OrganisationSubordination? Subordination { get; init; }

    public OrganisationStatus Status { get; init; }

    public int Version { get; init; }
}

/// <summary>An organisation as other resources name it.</summary>
public sealed record OrganisationReference
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string ShortName { get; init; } = "";
}

internal sealed class OrganisationProjections : Profile
{
    public OrganisationProjections()
    {
        CreateProjection<Organisation, OrganisationDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Aliases,
                options =>
                    options.MapFrom(organisation =>
                        organisation
                            .OtherNames.Where(name => name.Kind == OrganisationNameKind.Alias)
                            .OrderBy(name => name.Name)
                            .Select(name => name.Name)
                    )
            )
            .ForMember(
                model => model.FormerNames,
                options =>
                    options.MapFrom(organisation =>
                        organisation
                            .OtherNames.Where(name => name.Kind == OrganisationNameKind.Former)
                            .OrderBy(name => name.Name)
                            .Select(name => name.Name)
                    )
            );
        CreateProjection<Organisation, OrganisationListItem>();
    }
}
