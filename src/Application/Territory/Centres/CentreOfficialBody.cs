using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Application.Territory.Centres;

/// <summary>Somebody who signs for a centre.</summary>
public sealed record CentreOfficialBody
{
    /// <summary>Post: «директор».</summary>
    public required string Post { get; init; }

    /// <summary>Family name.</summary>
    public required string LastName { get; init; }

    /// <summary>Given name; papers show its initial.</summary>
    public required string FirstName { get; init; }

    /// <summary>Patronymic; papers show its initial.</summary>
    public string? Patronymic { get; init; }

    internal CentreOfficial ToOfficial() => new(Post, LastName, FirstName, Patronymic);
}
