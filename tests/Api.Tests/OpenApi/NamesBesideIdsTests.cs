using System.Text.Json.Nodes;
using MethodCenter.Api.OpenApi;

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
            foreach (var id in members.Where(name => name.EndsWith("Id") || name.EndsWith("Ids")))
            {
                var stem = id[..id.LastIndexOf("Id", StringComparison.Ordinal)];
                string[] names = [stem, $"{stem}Name", $"{stem}Title", $"{stem}Number", .. Called.GetValueOrDefault(id, [])];
                if (members.Overlaps(names))
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
