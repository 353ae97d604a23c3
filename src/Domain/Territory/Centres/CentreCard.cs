namespace MethodCenter.Domain.Territory.Centres;

/// <summary>What is written on the card of a centre. Papers need more of it than a centre has at hand on its first day,
/// so all but the names may be missing.</summary>
public sealed record CentreCard(string ShortName, string FullName, string Territory, string TimeZone, string? Address)
{
    /// <summary>«Государственное бюджетное учреждение …».</summary>
    public string? LegalForm { get; init; }

    public CentreFounder? Founder { get; init; }

    /// <summary>How it was called before.</summary>
    public IReadOnlyList<CentreFormerName> FormerNames { get; init; } = [];

    public CentreLicence? Licence { get; init; }

    public IReadOnlyList<CentreDepartment> Departments { get; init; } = [];

    /// <summary>Who signs its papers.</summary>
    public CentreOfficial? Head { get; init; }

    /// <summary>Who signs documents of education beside the head.</summary>
    public CentreOfficial? Secretary { get; init; }

    public IReadOnlyList<string> Phones { get; init; } = [];

    public string? Site { get; init; }

    /// <summary>The town that papers name: «г. Кемерово».</summary>
    public string? Town { get; init; }

    public CentreOrderIndexes? OrderIndexes { get; init; }
}

/// <summary>Who has founded the centre, and by which act.</summary>
public sealed record CentreFounder(string Name, string? Act);

/// <summary>A name that the centre bore up to a day.</summary>
/// <param name="FullName">The full name.</param>
/// <param name="ShortName">The short name; null: not known.</param>
/// <param name="Until">The last day on which it was so called.</param>
/// <param name="Act">By what the name was changed.</param>
public sealed record CentreFormerName(string FullName, string? ShortName, DateOnly Until, string? Act);

/// <summary>The centre's own licence for educational activity.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="IssuedBy">Who has issued it.</param>
/// <param name="ValidUntil">Its last day; null: without a term.</param>
public sealed record CentreLicence(string Number, DateOnly IssuedOn, string? IssuedBy, DateOnly? ValidUntil)
{
    public bool IsValidOn(DateOnly day) => day >= IssuedOn && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>A part of the centre.</summary>
public sealed record CentreDepartment(string Name, string? Phone);

/// <summary>Somebody who signs for the centre.</summary>
public sealed record CentreOfficial(string Post, string LastName, string FirstName, string? Patronymic)
{
    /// <summary>«И. О. Фамилия», as it stands beside a signature.</summary>
    public string Initials() =>
        string.Join(
            ' ',
            new[] { FirstName, Patronymic }
                .Where(name => !string.IsNullOrEmpty(name))
                .Select(name => $"{char.ToUpperInvariant(name![0])}.")
                .Append(LastName)
        );
}

/// <summary>What is written behind the number of an order, by its kind: «17-у»; null: as every centre has it.</summary>
public sealed record CentreOrderIndexes(string? Enrolment, string? Completion, string? Expulsion);
