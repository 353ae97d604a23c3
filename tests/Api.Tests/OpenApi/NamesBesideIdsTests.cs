using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;
using MethodCenter.Api.Tests.Makers;
using MethodCenter.Api.Tests.Robustness;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.OpenApi;

/// <summary>A person reads names: whatever answer refers to an object by its id says beside it what the object is called.</summary>
public sealed class NamesBesideIdsTests(PublishedDocuments published) : IClassFixture<PublishedDocuments>
{
    /// <summary>What an object is called where that is not <c>xxx</c>, <c>xxxName</c>, <c>xxxTitle</c> or <c>xxxNumber</c>.</summary>
    private static readonly Dictionary<string, string[]> Called = new()
    {
        ["employeeId"] = ["fullName", "lastName"],
        ["programmeId"] = ["title", "subject"],
        ["courseId"] = ["title"],
        ["campaignId"] = ["title"],
        ["questionnaireId"] = ["title"],
        ["certificateId"] = ["registerNumber"],
    };

    /// <summary>Ids of what has no name, by member.</summary>
    private static readonly Dictionary<string, string> Nameless = new()
    {
        ["enrolmentId"] = "an enrolment is told by its course and its learner, who stand in the same answer",
        ["traceId"] = "a trace is for the operator",
        ["messageId"] = "a message of a webhook is for the receiver",
        ["attestationId"] = "an attestation is told by what stands in the row: kind, post, days",
        ["lastAttestationId"] = "an attestation is told by what stands in the row: post, day, outcome",
        ["needId"] = "a need is told by the person and the subject of the row",
        ["lessonId"] = "a lesson is told by the day, stream and course of the row",
        ["participationId"] = "a participation is told by the programme and year of the row",
        ["cycleId"] = "a cycle is told by its year",
        ["quotaId"] = "a quota is told by the campaign, the course and the organisation of the answer",
        ["statedFigureId"] = "a stated figure is told by the report and the cell of the row",
    };

    /// <summary>Members with a reason of their own.</summary>
    private static readonly Dictionary<string, string> Explained = new()
    {
        ["AccountCalendarLink.keyId"] = "the keys stand with their names in the same answer",
        ["EmployeeListItem.organisationIds"] = "the organisations stand with their names in places",
        ["FrdoCheck.certificateId"] = "the certificate that the address names",
        ["IssuedApiKey.accountId"] = "the account that the address names",
        ["ProgrammeAudience.positionIds"] = "the audience is kept and answered as it was sent; /positions names them",
        ["WebhookDeliveryModel.subjectId"] = "an envelope tells of an object of any kind and carries no personal data",
    };

    [Fact]
    public void Every_reference_of_every_answer_has_its_name_beside_it()
    {
        var (bare, seen) = (new List<string>(), new HashSet<string>());
        foreach (var (schema, properties) in Answered())
        {
            var members = properties.Select(member => member.Key).ToHashSet();
            foreach (
                var id in members.Where(name =>
                    name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal)
                )
            )
            {
                if (members.Overlaps(NamesOf(id)))
                {
                    seen.Add(id);
                }
                else if (Nameless.ContainsKey(id) || Explained.ContainsKey($"{schema}.{id}"))
                {
                    seen.Add(Nameless.ContainsKey(id) ? id : $"{schema}.{id}");
                }
                else
                {
                    bare.Add($"{schema}.{id}");
                }
            }
        }

        bare.ShouldBeEmpty("an id without a name beside it: .Beside(…) in the projection says the name");
        Nameless.Keys.Concat(Explained.Keys).Except(seen).ShouldBeEmpty("these exceptions are no longer needed");
        seen.ShouldContain("organisationId");
    }

    /// <summary>Whoever may see all is told all names, by every read of the document.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Every_read_says_the_names(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var made = new Makings(world);
        var document = await ApiDocument.ReadAsync(published.Service.Client(key: null));
        var reads = document.Operations.Where(operation => operation.Method == HttpMethod.Get).ToList();
        var addresses = new List<string>();
        foreach (var read in reads.Where(read => read.Path.StartsWith("/api/v1/", StringComparison.Ordinal)))
        {
            if (await made.OperationAsync(read.Path) is { } address)
            {
                addresses.Add(address);
            }
        }

        var (silent, said) = (new List<string>(), new HashSet<string>());
        foreach (var address in addresses)
        {
            var answer = await world.Api.GetAsync(address);
            answer.Code.ShouldBeLessThan(500, address);
            if (answer is { Code: 200, Json: { } json })
            {
                Look(json, address);
            }
        }

        silent.ShouldBeEmpty();
        said.Count.ShouldBeGreaterThan(12, string.Join(", ", said));
        said.IsSupersetOf(["employeeId", "organisationId", "positionId", "courseId", "programmeId", "campaignId"])
            .ShouldBeTrue(string.Join(", ", said));

        void Look(JsonNode? node, string where)
        {
            if (node is JsonArray items)
            {
                foreach (var item in items)
                {
                    Look(item, where);
                }
            }
            else if (node is JsonObject members)
            {
                foreach (var (name, value) in members)
                {
                    var names = NamesOf(name).Where(members.ContainsKey).ToList();
                    if (name.EndsWith("Id", StringComparison.Ordinal) && value is not null && names.Count > 0)
                    {
                        said.Add(name);
                        silent.AddRange(names.TrueForAll(one => members[one] is null) ? [$"{where}: {name}"] : []);
                    }

                    Look(value, where);
                }
            }
        }
    }

    private static string[] NamesOf(string id)
    {
        var stem = id[..Math.Max(0, id.LastIndexOf("Id", StringComparison.Ordinal))];
        return [stem, $"{stem}Name", $"{stem}Title", $"{stem}Number", .. Called.GetValueOrDefault(id, [])];
    }

    /// <summary>The members of all that answers with success are made of.</summary>
    private Dictionary<string, JsonObject> Answered()
    {
        var document = published[DocumentLanguage.English];
        var schemas = document["components"]!["schemas"]!.AsObject();
        var found = new Dictionary<string, JsonObject>();
        var answers =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            from answer in operation.Value!["responses"]!.AsObject()
            where answer.Key.StartsWith('2')
            select answer.Value;
        var next = new Queue<JsonNode>(answers);
        while (next.TryDequeue(out var node))
        {
            foreach (var name in References(node).Where(name => !found.ContainsKey(name)))
            {
                var schema = schemas[name]!;
                found.Add(name, schema["properties"] as JsonObject ?? []);
                next.Enqueue(schema);
            }
        }

        found.Count.ShouldBeGreaterThan(150, "schemas of answers");
        return found;
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member.Key == "$ref" && (string?)member.Value is { } reference && reference.Contains("/schemas/")
                    ? [reference[(reference.LastIndexOf('/') + 1)..]]
                    : References(member.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
}
