namespace MethodCenter.Api.Http;

/// <summary>A heading of the published document: operations of one subject stand under it.</summary>
internal sealed record Heading(string Name, string Description)
{
    /// <summary>Every context has reports of its own; they stand together.</summary>
    public static readonly Heading Reports = new(
        "Reports",
        "Get the centre's summary tables, computed from its records: on the screen or as a workbook."
    );

    /// <summary>An area takes many of its objects in one request; all of these stand together.</summary>
    public static readonly Heading Batches = new(
        "Batches",
        "Create many objects in one request; each row says how it ended."
    );
}
