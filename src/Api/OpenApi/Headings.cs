using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>
/// The headings of the document, in groups, in the order in which a centre works: what it teaches and whom it attests and
/// supports, its reports, then what these need.
/// </summary>
/// <remarks>
/// The name of a heading is English in every language, since generated clients make names of it; how a reader sees it
/// stands in <c>x-displayName</c>, the groups in <c>x-tagGroups</c> (both as Redoc has them).
/// </remarks>
internal sealed class Headings
{
    private const string DisplayName = "x-displayName";
    private const string Groups = "x-tagGroups";

    /// <summary>The groups: the context whose headings stand there, how it is called, and which headings come first in it.</summary>
    /// <remarks>A heading that is not listed stands behind these in the group of its context; an unknown context, at the end.</remarks>
    private static readonly HeadingGroup[] InOrder =
    [
        new(
            "Learning",
            "Courses: from the programme to the certificate",
            [
                "Programmes",
                "Campaigns",
                "Quotas",
                "Applications",
                "Courses",
                "Enrolments",
                "Orders",
                "Certificates",
                "Federal register",
                "Feedback",
            ]
        ),
        new("Teaching", "Timetable and journal", ["Timetable", "Journal", "Rooms", "Academic calendars"]),
        new("Training", "Who has learned what and needs to", ["Training needs", "Training plans", "Training records"]),
        new("Career", "Attestation", ["Attestation"]),
        new("Improvement", "Support of schools", ["Support programmes", "School participation", "Risk factors"]),
        new("", "Reports and published figures", ["Reports", "Stated figures"]),
        new(
            "Territory",
            "People, organisations, the centre itself",
            ["Employees", "Organisations", "Positions", "Methodical centres", "Norms", "Accounts"]
        ),
        new(
            "Office",
            "Tables, exchange with other systems, log",
            ["Import and export", "Batches", "Operations", "Changes", "Webhooks", "Audit"]
        ),
        new("", "The service itself", ["Sign-in", "Health", "Versions"]),
    ];

    private readonly Wording _wording;
    private readonly List<(HeadingGroup Group, OpenApiTag Tag)> _inOrder;

    private Headings(Wording wording, List<(HeadingGroup Group, OpenApiTag Tag)> inOrder) =>
        (_wording, _inOrder) = (wording, inOrder);

    public static Headings Of(IEnumerable<ApiDescription> operations, Wording wording) =>
        new(
            wording,
            [
                .. operations
                    .Select(operation => operation.ActionDescriptor.EndpointMetadata)
                    .SelectMany(metadata =>
                        metadata
                            .OfType<Heading>()
                            .Select(heading =>
                                (Heading: heading, Owner: metadata.OfType<MethodInfo>().First().DeclaringType!)
                            )
                    )
                    .DistinctBy(known => known.Heading.Name)
                    .Select(known => (Group: GroupOf(known.Heading, known.Owner), known.Heading, known.Owner))
                    .OrderBy(known => Array.IndexOf(InOrder, known.Group))
                    .ThenBy(known => known.Group.PlaceOf(known.Heading))
                    .ThenBy(known => known.Heading.Name, StringComparer.Ordinal)
                    .Select(known => (known.Group, TagOf(known.Heading, known.Owner, wording))),
            ]
        );

    /// <summary>Writes the headings and puts the paths in their order.</summary>
    public void Arrange(OpenApiDocument document)
    {
        document.Tags = new HashSet<OpenApiTag>(_inOrder.Select(known => known.Tag));
        (document.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Groups] = new JsonNodeExtension(
            new JsonArray([
                .. _inOrder
                    .GroupBy(known => known.Group, known => known.Tag.Name)
                    .Select(group => new JsonObject
                    {
                        ["name"] = _wording.Say(group.Key.Name),
                        ["tags"] = new JsonArray([.. group.Select(name => JsonValue.Create(name))]),
                    }),
            ])
        );
        var places = _inOrder
            .Select((known, place) => (known.Tag.Name, place))
            .ToDictionary(known => known.Name!, known => known.place, StringComparer.Ordinal);
        var arranged = new OpenApiPaths();
        foreach (
            var (address, item) in document
                .Paths.OrderBy(path => places[HeadingOf(path.Value)])
                .ThenBy(path => path.Key, StringComparer.Ordinal)
        )
        {
            foreach (var operation in item.Operations!.Values)
            {
                operation.Tags = new HashSet<OpenApiTagReference>(
                    operation.Tags!.Select(tag => new OpenApiTagReference(tag.Name!, document))
                );
            }

            arranged.Add(address, item);
        }

        document.Paths = arranged;
    }

    private static string HeadingOf(IOpenApiPathItem path) => path.Operations!.Values.First().Tags!.First().Name!;

    private static HeadingGroup GroupOf(Heading heading, Type owner) =>
        Array.Find(InOrder, group => group.Headings.Contains(heading.Name))
        ?? Array.Find(InOrder, group => group.Context == DocumentTexts.AreaOf(owner).Split('/')[0])
        ?? InOrder[^1];

    private static OpenApiTag TagOf(Heading heading, Type owner, Wording wording) =>
        new()
        {
            Name = heading.Name,
            Description = wording.Say(heading.Description, owner),
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                [DisplayName] = new JsonNodeExtension(wording.Say(heading.Name, owner)),
            },
        };

    /// <summary>Headings that stand together.</summary>
    private sealed record HeadingGroup(string Context, string Name, string[] Headings)
    {
        public int PlaceOf(Heading heading)
        {
            var place = Array.IndexOf(Headings, heading.Name);
            return place < 0 ? Headings.Length : place;
        }
    }
}
