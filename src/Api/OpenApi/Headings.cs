using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace MethodCenter.Api.OpenApi;

/// <summary>The headings of the document, in the order in which a centre works: first its three jobs, then what they need.</summary>
internal sealed class Headings
{
    /// <summary>A heading that is not listed here appears too: behind these.</summary>
    private static readonly string[] InOrder =
    [
        "Courses",
        "Enrolments",
        "Programmes",
        "Attestation",
        "Support programmes",
        "School participation",
        "Risk factors",
        "Reports",
        "Stated figures",
        "Organisations",
        "Employees",
        "Positions",
        "Methodical centres",
        "Norms",
        "Accounts",
        "Changes",
        "Webhooks",
        "Audit",
        "Sign-in",
        "Health",
    ];

    private readonly List<OpenApiTag> _inOrder;
    private readonly Dictionary<string, OpenApiTag> _byName;

    private Headings(List<OpenApiTag> inOrder, Dictionary<string, OpenApiTag> byName) =>
        (_inOrder, _byName) = (inOrder, byName);

    /// <summary>The order is that of the English names, so that it is the same in every language.</summary>
    public static Headings Of(IEnumerable<ApiDescription> operations, Wording wording)
    {
        var used = operations
            .Select(operation => operation.ActionDescriptor.EndpointMetadata)
            .SelectMany(metadata =>
                metadata
                    .OfType<Heading>()
                    .Select(heading => (Heading: heading, Owner: metadata.OfType<MethodInfo>().First().DeclaringType!))
            )
            .DistinctBy(known => known.Heading.Name)
            .OrderBy(known => Place(known.Heading.Name))
            .ThenBy(known => known.Heading.Name, StringComparer.Ordinal)
            .Select(known =>
                (
                    known.Heading.Name,
                    Tag: new OpenApiTag
                    {
                        Name = wording.Say(known.Heading.Name, known.Owner),
                        Description = wording.Say(known.Heading.Description, known.Owner),
                    }
                )
            )
            .ToList();
        return new Headings(
            [.. used.Select(known => known.Tag)],
            used.ToDictionary(known => known.Name, known => known.Tag, StringComparer.Ordinal)
        );
    }

    /// <summary>Writes the headings and puts the paths in their order.</summary>
    public void Arrange(OpenApiDocument document)
    {
        document.Tags = new HashSet<OpenApiTag>(_inOrder);
        var paths = document
            .Paths.OrderBy(path => _inOrder.IndexOf(HeadingOf(path.Value)))
            .ThenBy(path => path.Key, StringComparer.Ordinal)
            .ToList();
        var arranged = new OpenApiPaths();
        foreach (var (address, item) in paths)
        {
            foreach (var operation in item.Operations!.Values)
            {
                operation.Tags = new HashSet<OpenApiTagReference>(
                    operation.Tags!.Select(tag => new OpenApiTagReference(_byName[tag.Name!].Name!, document))
                );
            }

            arranged.Add(address, item);
        }

        document.Paths = arranged;
    }

    private OpenApiTag HeadingOf(IOpenApiPathItem path) => _byName[path.Operations!.Values.First().Tags!.First().Name!];

    private static int Place(string name)
    {
        var place = Array.IndexOf(InOrder, name);
        return place < 0 ? InOrder.Length : place;
    }
}
