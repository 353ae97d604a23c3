namespace MethodCenter.Application.Common.Papers;

/// <summary>What the papers of a centre say of the centre itself; what its card lacks they leave out or blank.</summary>
public sealed record Letterhead
{
    /// <summary>A line to write on by hand.</summary>
    public const string Blank = "____________________";

    public required string Name { get; init; }

    public string? LegalForm { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Site { get; init; }

    public string? Town { get; init; }

    public string? Licence { get; init; }

    public PaperSignatory? Head { get; init; }

    public PaperSignatory? Secretary { get; init; }

    /// <summary>Name and address at the head of a letter or an order.</summary>
    internal IEnumerable<PaperBlock> Top()
    {
        if (LegalForm is not null && !Name.StartsWith(LegalForm, StringComparison.OrdinalIgnoreCase))
        {
            yield return Centred(LegalForm, 11);
        }

        yield return Centred(Name, 13) with
        {
            Bold = true,
        };
        if (Address is not null)
        {
            yield return Centred(Address, 10);
        }

        var reach = string.Join(", ", new[] { Phone is null ? null : $"тел. {Phone}", Site }.OfType<string>());
        if (reach.Length > 0)
        {
            yield return Centred(reach, 10);
        }

        yield return new PaperText("");
    }

    /// <summary>Post, a line for the signature, initials and family name.</summary>
    internal static PaperColumns Signature(PaperSignatory? who, string fallback) =>
        new([
            new PaperPart(38, new PaperText(Capital(who?.Post ?? fallback))),
            new PaperPart(28, new PaperText("____________") { Align = PaperAlign.Centre }),
            new PaperPart(34, new PaperText(who?.Name ?? "/____________/")),
        ]);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static PaperText Centred(string text, int points) =>
        new(text) { Align = PaperAlign.Centre, Points = points };
}

/// <summary>Who signs a paper.</summary>
/// <param name="Post">«директор».</param>
/// <param name="Name">«И. О. Фамилия».</param>
public sealed record PaperSignatory(string Post, string Name);
