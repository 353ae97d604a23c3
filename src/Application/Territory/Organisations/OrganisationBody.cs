using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>What is written on the card of an organisation.</summary>
public record OrganisationBody
{
    /// <summary>The centre's own code; unique within the centre.</summary>
    public required string Code { get; init; }

    /// <summary>Short name, as lists show it.</summary>
    public required string ShortName { get; init; }

    /// <summary>Full name; the short one by default.</summary>
    public string? FullName { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>Legal form: «МБОУ», «ГБДОУ» …</summary>
    public string? LegalForm { get; init; }

    /// <summary>Number by which people name it.</summary>
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

    /// <summary>Other spellings in use; former names are kept automatically.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    internal OrganisationCard ToCard() =>
        new(Code, ShortName, FullName ?? ShortName, Kind)
        {
            LegalForm = LegalForm,
            Number = Number,
            HasPreschoolGroups = HasPreschoolGroups,
            OutsideTerritory = OutsideTerritory,
            Ownership = Ownership,
            Subordination = Subordination,
            Founder = Founder,
            Aliases = Aliases,
        };
}
