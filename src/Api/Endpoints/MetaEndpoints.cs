using System.Text.RegularExpressions;

namespace MethodCenter.Api.Endpoints;

/// <summary>What a client may ask about the service itself.</summary>
internal static class MetaEndpoints
{
    private static readonly Lazy<ChangelogModel> Changelog = new(() => ChangelogModel.Parse(Read()));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup($"{Routes.Base}/meta")
            .Under(new Heading("Versions", "Look up what changed for clients, version by version."))
            .AllowAnonymous()
            .MapGet("changelog", GetChangelog)
            .WithName(nameof(GetChangelog))
            .Produces<ChangelogModel>();

    /// <summary>What has changed for clients</summary>
    /// <remarks>
    /// By version, the latest first, in English: what was added, changed, fixed, and what is to go. Within v1 the API changes
    /// by addition; what is to go answers with <c>Deprecation</c> and <c>Sunset</c> for at least six months.
    /// </remarks>
    private static IResult GetChangelog() => Results.Json(Changelog.Value, Json.Options);

    private static string Read()
    {
        using var file = typeof(MetaEndpoints).Assembly.GetManifestResourceStream("changelog.md")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}

/// <summary>What has changed for clients, by version.</summary>
/// <param name="Versions">The latest first.</param>
public sealed partial record ChangelogModel(IReadOnlyList<ChangelogVersion> Versions)
{
    /// <summary>Reads <c>docs/changelog.md</c>: versions, kinds of changes, one line each, which may be wrapped.</summary>
    public static ChangelogModel Parse(string text) =>
        new([.. Version().Split(text.ReplaceLineEndings("\n")).Skip(1).Chunk(2).Select(part => One(part[0], part[1]))]);

    private static ChangelogVersion One(string number, string text)
    {
        var parts = Kind()
            .Split(text)
            .Skip(1)
            .Chunk(2)
            .ToDictionary(part => part[0], part => Lines(part[1]), StringComparer.Ordinal);
        return new ChangelogVersion(number, Of("Added"), Of("Changed"), Of("Fixed"), Of("Deprecated"));

        IReadOnlyList<string> Of(string kind) => parts.GetValueOrDefault(kind, []);
    }

    private static IReadOnlyList<string> Lines(string text) =>
        [.. $"\n{text}".Split("\n- ").Skip(1).Select(line => Blank().Replace(line, " ").Trim())];

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Version();

    [GeneratedRegex(@"^### (.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}

/// <summary>What a version changed for clients.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Added">What there is besides.</param>
/// <param name="Changed">What is different.</param>
/// <param name="Fixed">What was wrong.</param>
/// <param name="Deprecated">What is to go, and what takes its place.</param>
public sealed record ChangelogVersion(
    string Version,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Fixed,
    IReadOnlyList<string> Deprecated
);
