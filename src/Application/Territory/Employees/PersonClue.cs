using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>What a row says of a person.</summary>
/// <param name="Key">Key of the source.</param>
/// <param name="Snils">СНИЛС.</param>
/// <param name="NameKey">Normal form of the full name; empty: none is given.</param>
/// <param name="BirthDate">Birth date.</param>
/// <param name="OrganisationId">A place of work.</param>
internal sealed record PersonClue(string? Key, Snils? Snils, string NameKey, DateOnly? BirthDate, Guid? OrganisationId)
{
    /// <summary>The person need not work at the organisation: a candidate for its head, a guest from another district.</summary>
    public bool Anywhere { get; init; }
}

/// <summary>By what a person was known.</summary>
internal enum FoundBy
{
    Key,
    Snils,
    Name,
}

/// <summary>Whom a row means.</summary>
/// <param name="Id">The person on file; null: nobody.</param>
/// <param name="By">By what.</param>
/// <param name="SameName">Nobody fits, but a colleague has the same name.</param>
internal sealed record FoundPerson(Guid? Id, FoundBy By, bool SameName);
