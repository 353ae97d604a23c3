using System.Text;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>A refusal is never many times what was asked: nobody can make the service write for him.</summary>
public sealed class AmplificationTests(FuzzFixture fixture) : IClassFixture<FuzzFixture>
{
    private const int MostFactor = 20;
    private const int MostErrors = 50;
    private const int MostBytes = 256 * 1024;

    /// <summary>A request is never smaller than this: its line and its headers are sent too.</summary>
    private const int LeastBytes = 1024;

    private const int FullBody = 900 * 1024;

    [Fact]
    public async Task A_refusal_of_any_operation_is_at_most_twenty_times_its_body()
    {
        var faults = new List<string>();
        foreach (var operation in fixture.WithBody)
        {
            var address = await fixture.AddressAsync(operation);
            foreach (var (what, body) in Bodies(operation, await fixture.SampleAsync(operation)))
            {
                var answer = await fixture.SendAsync(operation, address, FuzzFixture.Body(operation, body));
                Judge(faults, operation, what, Encoding.UTF8.GetByteCount(body), answer);
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_any_query_string_is_at_most_twenty_times_the_address()
    {
        var faults = new List<string>();
        var query = "?" + string.Join('&', Enumerable.Range(0, 1500).Select(place => $"q{place}"));
        foreach (var operation in fixture.Operations.Where(operation => operation.Method == HttpMethod.Get))
        {
            var address = await fixture.AddressAsync(operation) + query;
            var answer = await fixture.SendAsync(operation, address, content: null);
            Judge(faults, operation, "unknown parameters", address.Length, answer);
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_told_is_counted()
    {
        var many = new JsonObject(
            Enumerable.Range(0, 1000).Select(place => KeyValuePair.Create($"x{place}", (JsonNode?)1))
        );

        var answer = await fixture.Api.PostAsync("/organisations", many.ToJsonString());

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var told = answer.FieldErrors.Count;
        told.ShouldBeInRange(10, MostErrors);
        ((int)answer["params.moreErrors"]!).ShouldBeGreaterThanOrEqualTo(1000 - told);
        ((string)answer["detail"]!).ShouldContain($"и ещё {answer["params.moreErrors"]}");
    }

    [Fact]
    public async Task A_body_without_sign_in_is_bounded_before_it_is_read()
    {
        using var anyone = fixture.Service.Client(key: null);

        var answer = await anyone.PostAsync("/auth/token", Unknown(FullBody, "x"));

        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.ErrorCode.ShouldBe("request.too-large");
    }

    [Fact]
    public async Task A_list_longer_than_any_that_is_taken_is_refused_before_its_values_are_checked()
    {
        var answer = await fixture.Api.PostAsync("/employees:batch", $$"""{"items":[{{Nulls(5001)}}]}""");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorCode.ShouldBe("request.too-many-values");
    }

    private static IEnumerable<(string What, string Body)> Bodies(Operation operation, JsonObject sample)
    {
        yield return ("nothing", "{}");
        yield return ("unknown members", Unknown(FullBody, "x"));
        yield return ("few unknown members", Unknown(LeastBytes, "x"));
        yield return ("unknown members with long names", Unknown(FullBody, new string('<', 60)));
        yield return ("values of the wrong type", Wrong(sample).ToJsonString());
        foreach (var (name, _) in operation.Members.Where(member => operation.Document.TypeOf(member.Value) == "array"))
        {
            foreach (var (what, item) in new[] { ("nulls", "null"), ("empty objects", "{}"), ("numbers", "1") })
            {
                foreach (var count in new[] { 200, 5000, FullBody / (item.Length + 1) })
                {
                    var body = sample.DeepClone().AsObject();
                    body.Remove(name);
                    var text = body.ToJsonString();
                    var list = string.Join(',', Enumerable.Repeat(item, count));
                    yield return (
                        $"{count} {what} in {name}",
                        $"{{\"{name}\":[{list}]{(body.Count == 0 ? "}" : "," + text[1..])}"
                    );
                }
            }

            if (sample[name] is JsonArray { Count: > 0 } items && items[0] is JsonObject first)
            {
                var body = sample.DeepClone().AsObject();
                body["allOrNothing"] = operation.Members.ContainsKey("allOrNothing") ? false : null;
                if (body["allOrNothing"] is null)
                {
                    body.Remove("allOrNothing");
                }

                body[name] = new JsonArray([.. Enumerable.Range(0, 300).Select(_ => (JsonNode)Emptied(first))]);
                yield return ($"300 emptied items in {name}", body.ToJsonString());
            }
        }
    }

    /// <summary>The item with every text as short as it can be: each of them may be an error.</summary>
    private static JsonObject Emptied(JsonObject item)
    {
        var emptied = item.DeepClone().AsObject();
        foreach (var (name, value) in emptied.ToList())
        {
            emptied[name] = value switch
            {
                JsonObject nested => Emptied(nested),
                JsonValue text
                    when text.GetValueKind() == System.Text.Json.JsonValueKind.String
                        && !Guid.TryParse((string?)text, out _)
                        && !DateOnly.TryParse((string?)text, out _)
                        && !name.EndsWith("Year", StringComparison.Ordinal)
                        && !char.IsLower(((string)text!)[0]) => "",
                _ => value?.DeepClone(),
            };
        }

        return emptied;
    }

    private static JsonObject Wrong(JsonObject sample) =>
        new(sample.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)new JsonArray(new JsonArray()))));

    private static string Nulls(int count) => string.Join(',', Enumerable.Repeat("null", count));

    private static string Unknown(int bytes, string stem)
    {
        var text = new StringBuilder("{");
        for (var place = 0; text.Length < bytes; place++)
        {
            text.Append(place == 0 ? "" : ",").Append('"').Append(place).Append(stem).Append("\":1");
        }

        return text.Append('}').ToString();
    }

    private static void Judge(List<string> faults, Operation operation, string what, int asked, Answer answer)
    {
        var answered = Encoding.UTF8.GetByteCount(answer.Text);
        if (answer.Code >= 500)
        {
            faults.Add($"{operation}, {what}: {answer}");
        }
        else if (answer.Code is >= 400 or 207)
        {
            if (answered > MostFactor * Math.Max(asked, LeastBytes) || (answer.Code >= 400 && answered > MostBytes))
            {
                faults.Add($"{operation}, {what}: {answered} bytes for {asked}, {answer}");
            }

            if (answer.FieldErrors.Count > MostErrors)
            {
                faults.Add($"{operation}, {what}: {answer.FieldErrors.Count} errors");
            }
        }
    }
}
