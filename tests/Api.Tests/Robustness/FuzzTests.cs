using System.Text;
using System.Text.Json.Nodes;

namespace MethodCenter.Api.Tests.Robustness;

/// <summary>Bad input to every operation of the document: a 4xx that says what is wrong, nothing stored, never a 500.</summary>
public sealed class FuzzTests(FuzzFixture fixture) : IClassFixture<FuzzFixture>
{
    private const int Seed = 20261122;
    private const string Sql = "x'); DROP TABLE courses; --";
    private const string Script = "<script>alert('x')</script>";

    /// <summary>Else the tests here would prove of most operations that they answer 404.</summary>
    [Fact]
    public async Task Nine_of_ten_operations_of_an_object_are_reached_with_one_that_exists()
    {
        var missed = new List<string>();
        var tried = fixture.Operations.Where(operation => operation.PathParameters.Any()).ToList();
        foreach (var operation in tried)
        {
            var address = await fixture.AddressAsync(operation, anew: operation.Method != HttpMethod.Get);
            var body = operation.BodySchema is null
                ? null
                : FuzzFixture.Body(operation, (await fixture.SampleAsync(operation)).ToJsonString());
            var tag = operation.NeedsIfMatch ? await fixture.TagAsync(address) : null;
            var query = operation.Query.Any(one => (string?)one["name"] == "purpose") ? "?purpose=проверка+границ" : "";
            var answer = await fixture.SendAsync(
                operation,
                address + query,
                body,
                tag is null ? [] : [("If-Match", tag)]
            );
            if (answer.Code is not (< 300 or 409 or 422))
            {
                missed.Add($"{operation} → {answer}");
            }
        }

        var reached = tried.Count - missed.Count;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{reached} of {tried.Count} operations of an object are reached with one that exists.\n{string.Join('\n', missed)}"
        );
        ((double)reached / tried.Count).ShouldBeGreaterThanOrEqualTo(0.9, string.Join('\n', missed));
    }

    [Fact]
    public async Task Bodies_that_are_no_JSON_object_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            byte[][] bodies =
            [
                [],
                .. new[]
                {
                    "{",
                    "{\"a\":}",
                    "nul",
                    "null",
                    "[]",
                    "[{}]",
                    "\"text\"",
                    "42",
                    "{\"a\":1,}",
                    "{/*x*/}",
                    "{'a':1}",
                    "{\"a\":NaN}",
                    "{}{}",
                    "<xml/>",
                    "{\"\\ud800\":1}",
                    "{\"a\":\"\\udfff\"}",
                    new string('[', 5000),
                    "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 201),
                }.Select(Encoding.UTF8.GetBytes),
                [0xFF, 0xFE, 0x7B, 0x7D],
                [0x7B, 0x22, 0xC3, 0x28, 0x22, 0x3A, 0x31, 0x7D],
                [0x00],
                .. Garbage(new Random(Seed), 10),
            ];
            foreach (var operation in fixture.WithBody)
            {
                var address = await fixture.AddressAsync(operation);
                foreach (var body in bodies)
                {
                    var answer = await fixture.SendAsync(operation, address, FuzzFixture.Body(operation, body));
                    Note(faults, operation, Encoding.Latin1.GetString(body), answer, refused: true);
                }
            }
        });

    [Fact]
    public async Task Wrong_values_of_every_member_are_refused_at_that_member() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var operation in fixture.WithBody)
            {
                var (address, sample) = (await fixture.AddressAsync(operation), await fixture.SampleAsync(operation));
                foreach (var (name, schema) in operation.Members)
                {
                    foreach (var wrong in WrongValues(operation.Document.TypeOf(schema)))
                    {
                        sample = await fixture.SampleAsync(operation);
                        sample[name] = JsonNode.Parse(wrong);
                        var answer = await SendAsync(operation, address, sample.ToJsonString());
                        Note(faults, operation, $"{name}: {wrong}", answer, refused: true);
                        if (operation.Method != HttpMethod.Patch && operation.BodyType == "application/json")
                        {
                            var found = answer.FieldErrors.Any(error =>
                                error.StartsWith($"/{name}", StringComparison.Ordinal)
                            );
                            if (!found)
                            {
                                faults.Add($"{operation} {name}: {wrong} → no pointer to it: {answer}");
                            }
                        }
                    }
                }
            }
        });

    [Fact]
    public async Task Members_unknown_doubled_or_missing_are_refused() =>
        await NothingIsStoredAsync(
            async faults =>
            {
                foreach (var operation in fixture.WithBody)
                {
                    var (address, sample) = (
                        await fixture.AddressAsync(operation),
                        await fixture.SampleAsync(operation)
                    );
                    var text = sample.ToJsonString();
                    var unknown = await SendAsync(operation, address, text[..^1] + ",\"no/such~member\":1}");
                    Note(faults, operation, "unknown member", unknown, refused: true);
                    var doubled = await SendAsync(operation, address, text[..^1] + "," + text[1..]);
                    Note(faults, operation, "doubled members", doubled, refused: sample.Count > 0);
                    if (operation.Method != HttpMethod.Patch)
                    {
                        var empty = await SendAsync(operation, address, "{}");
                        Note(faults, operation, "{}", empty, refused: false);
                    }
                }
            },
            evenOnSuccess: false
        );

    [Fact]
    public async Task Texts_too_long_or_with_control_characters_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var operation in fixture.WithBody)
            {
                var address = await fixture.AddressAsync(operation);
                foreach (var (name, schema) in operation.Members)
                {
                    if (operation.Document.TypeOf(schema) != "string")
                    {
                        continue;
                    }

                    foreach (var text in new[] { new string('я', 50_000), "a\0b", "a\u0007b", "a\u009Fb" })
                    {
                        var sample = await fixture.SampleAsync(operation);
                        sample[name] = text;
                        var answer = await SendAsync(operation, address, sample.ToJsonString());
                        Note(faults, operation, $"{name}: {text[..3]}", answer, refused: true);
                    }
                }
            }
        });

    [Fact]
    public async Task Ten_thousand_items_are_refused_or_read_but_never_break() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var operation in fixture.WithBody)
            {
                var address = await fixture.AddressAsync(operation);
                foreach (var (name, _) in operation.Members)
                {
                    var sample = await fixture.SampleAsync(operation);
                    sample[name] = new JsonArray([.. Enumerable.Range(0, 10_000).Select(number => (JsonNode)number)]);
                    var answer = await SendAsync(operation, address, sample.ToJsonString());
                    Note(faults, operation, $"{name}: 10,000 items", answer, refused: true);
                }
            }
        });

    [Fact]
    public async Task SQL_and_script_in_texts_are_stored_as_they_are_or_refused()
    {
        var faults = new List<string>();
        var stored = 0;
        var before = await fixture.Service.Database.CountRowsAsync();
        foreach (var operation in fixture.WithBody)
        {
            var address = await fixture.AddressAsync(operation);
            foreach (var (name, schema) in operation.Members)
            {
                var resolved = operation.Document.Resolve(schema);
                if (operation.Document.TypeOf(schema) != "string" || resolved["enum"] is not null)
                {
                    continue;
                }

                foreach (var text in new[] { Sql, Script })
                {
                    var sample = await fixture.SampleAsync(operation);
                    sample[name] = text;
                    var answer = await SendAsync(operation, address, sample.ToJsonString());
                    Note(faults, operation, $"{name}: {text}", answer, refused: false);
                    if (answer.Code < 300 && answer[name] is { } kept)
                    {
                        stored++;
                        if ((string?)kept != text || !IsPlainJson(answer))
                        {
                            faults.Add($"{operation} {name} changed or raw: {answer}");
                        }
                    }
                }
            }
        }

        faults.ShouldBeEmpty();
        stored.ShouldBeGreaterThan(0);
        (await fixture.Service.Database.CountRowsAsync()).Keys.ShouldBe(before.Keys);
    }

    [Fact]
    public async Task Addresses_of_nothing_or_of_another_centre_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            string[] wrong =
            [
                Guid.Empty.ToString(),
                "01999999-9999-7999-8999-999999999999",
                fixture.Foreign.ToString(),
                "abc",
                "1",
                "-1",
                "%20",
                "%D0%BF",
                "%FF%FE",
                "..%2F..%2Fetc",
                "'%20OR%201=1",
                new string('a', 4000),
            ];
            foreach (var operation in fixture.Operations.Where(operation => operation.PathParameters.Any()))
            {
                // By-key addresses make objects under any key: their own test covers what a key may be.
                if (operation.Path.Contains("by-key", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var id in wrong)
                {
                    var address = string.Join(
                        '/',
                        operation.Path.Split('/').Select(part => part.StartsWith('{') ? id : part)
                    );
                    var content = operation.BodySchema is null
                        ? null
                        : FuzzFixture.Body(operation, (await fixture.SampleAsync(operation)).ToJsonString());
                    Note(faults, operation, id, await fixture.SendAsync(operation, address, content), refused: true);
                }
            }
        });

    [Fact]
    public async Task Wrong_query_parameters_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var operation in fixture.Operations.Where(operation => operation.Query.Any()))
            {
                var address = await fixture.AddressAsync(operation);
                List<string> wrong = ["noSuchParameter=1", "limit=1&limit=2"];
                foreach (var parameter in operation.Query)
                {
                    var (name, type) = (
                        (string)parameter["name"]!,
                        operation.Document.TypeOf(parameter["schema"]!.AsObject())
                    );
                    var schema = operation.Document.Resolve(parameter["schema"]!.AsObject());
                    var plain = type == "string" && schema["enum"] is null && schema["format"] is null;
                    wrong.Add($"{name}=%00");
                    wrong.Add($"{name}={new string('x', 5000)}");
                    if (!plain || name is "cursor" or "sort" or "academicYear")
                    {
                        wrong.AddRange([
                            $"{name}=",
                            $"{name}=x%20y",
                            $"{name}=99999999999999999999",
                            $"{name}=2026-02-30",
                        ]);
                    }
                }

                wrong.AddRange(
                    new[]
                    {
                        "limit=0",
                        $"limit={1 + MostOf(operation, "limit")}",
                        "limit=-1",
                        "limit=1.5",
                        "sort=noSuchField",
                        "sort=id;drop",
                        "cursor=AAAA",
                    }.Where(text => operation.Query.Any(one => (string?)one["name"] == text.Split('=')[0]))
                );
                foreach (var query in wrong)
                {
                    var answer = await fixture.SendAsync(operation, $"{address}?{query}", null);
                    Note(faults, operation, query.Length > 60 ? query[..60] : query, answer, refused: true);
                }
            }
        });

    [Fact]
    public async Task Every_read_answers()
    {
        var faults = new List<string>();
        foreach (var operation in fixture.Operations.Where(operation => operation.Method == HttpMethod.Get))
        {
            var answer = await fixture.SendAsync(operation, await fixture.AddressAsync(operation), null);
            Note(faults, operation, "as it is", answer, refused: false);
            if (!operation.PathParameters.Any() && operation.Query.Any(one => (string?)one["name"] == "cursor"))
            {
                answer.Status.ShouldBe(HttpStatusCode.OK, operation.ToString());
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Forged_cursors_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            var seen = 0;
            foreach (
                var operation in fixture.Operations.Where(one =>
                    one.Query.Any(each => (string?)each["name"] == "cursor")
                )
            )
            {
                var address = await fixture.AddressAsync(operation);
                var page = await fixture.Api.GetAsync($"{address}?limit=1");
                if ((string?)page["next"] is not { } cursor)
                {
                    continue;
                }

                seen++;
                var parts = JsonNode.Parse(Convert.FromBase64String(Padded(cursor)))!.AsArray();
                foreach (var forged in new[] { "\0", "999999999999", "-1", "", "x", "9999-99-99" })
                {
                    for (var place = 1; place < parts.Count; place++)
                    {
                        var changed = parts.DeepClone().AsArray();
                        changed[place] = forged;
                        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(changed.ToJsonString()));
                        var answer = await fixture.Api.GetAsync(
                            $"{address}?limit=1&cursor={Uri.EscapeDataString(text.TrimEnd('='))}"
                        );
                        Note(faults, operation, $"cursor {changed.ToJsonString()}", answer, refused: false);
                    }
                }
            }

            seen.ShouldBeGreaterThan(0);
        });

    /// <summary>An answer that no browser takes for a page, whatever it holds.</summary>
    private static bool IsPlainJson(Answer answer) =>
        answer.ContentType == "application/json"
        && answer.Headers.GetValues("X-Content-Type-Options").Single() == "nosniff"
        && answer
            .Headers.GetValues("Content-Security-Policy")
            .Single()
            .StartsWith("default-src 'none'", StringComparison.Ordinal);

    private static readonly string[] WrongTags =
    [
        "1",
        "\"x\"",
        "W/\"1\"",
        "\"-1\"",
        "\"99999999999\"",
        "\"1\", \"2\"",
        "",
    ];

    [Fact]
    public async Task Wrong_headers_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var operation in fixture.Operations)
            {
                var address = await fixture.AddressAsync(operation);
                var body = operation.BodySchema is null ? null : (await fixture.SampleAsync(operation)).ToJsonString();
                var open = operation.Definition["security"] is JsonArray { Count: 0 };
                if (operation.NeedsIfMatch)
                {
                    foreach (var tag in WrongTags)
                    {
                        await TryAsync(("If-Match", tag));
                    }
                }

                if (operation.Method == HttpMethod.Post && !open && !operation.SaysItTakesNoKey)
                {
                    foreach (var key in new[] { new string('k', 200), "a b", "ключ" })
                    {
                        await TryAsync(("Idempotency-Key", key));
                    }
                }

                if (!open)
                {
                    await TryAsync(("X-Centre", "no-such-centre"));
                    await TryAsync(("X-Centre", new string('c', 500)));
                }

                foreach (
                    var type in body is null
                        ? []
                        : new[] { "text/plain", "application/xml", "application/json; charset=koi8-r", "x" }
                )
                {
                    var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body!));
                    content.Headers.TryAddWithoutValidation("Content-Type", type);
                    var answer = await fixture.SendAsync(operation, address, content);
                    Note(faults, operation, type, answer, refused: true);
                    if (answer.Status != HttpStatusCode.UnsupportedMediaType)
                    {
                        faults.Add($"{operation} {type} → {answer}");
                    }
                }

                async Task TryAsync((string, string) header)
                {
                    var content = body is null ? null : FuzzFixture.Body(operation, body);
                    var answer = await fixture.SendAsync(operation, address, content, header);
                    Note(faults, operation, header.ToString(), answer, refused: true);
                }
            }
        });

    [Fact]
    public async Task Methods_that_an_address_does_not_have_are_refused() =>
        await NothingIsStoredAsync(async faults =>
        {
            foreach (var path in fixture.Operations.GroupBy(operation => operation.Path))
            {
                var address = await fixture.AddressAsync(path.First());
                var known = path.Select(operation => operation.Method.Method).ToHashSet();
                foreach (
                    var method in new[] { "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "BREW" }.Except(known)
                )
                {
                    var answer = await fixture.Api.SendAsync(new HttpMethod(method), address, null);
                    if (answer.Code is < 400 or >= 500)
                    {
                        faults.Add($"{method} {path.Key} → {answer}");
                    }
                }
            }
        });

    [Fact]
    public async Task Every_code_that_an_answer_bears_has_a_text_in_both_languages()
    {
        foreach (var operation in fixture.Operations)
        {
            var content = operation.BodySchema is null ? null : FuzzFixture.Body(operation, "{}");
            var changes = operation.Method != HttpMethod.Get;
            fixture.Fault(await fixture.SendAsync(operation, await fixture.AddressAsync(operation, changes), content));
        }

        fixture.CodesWithoutTexts().ShouldBeEmpty();
    }

    private Task<Answer> SendAsync(Operation operation, string address, string body) =>
        fixture.SendAsync(operation, address, FuzzFixture.Body(operation, body));

    private void Note(List<string> faults, Operation operation, string what, Answer answer, bool refused)
    {
        if (fixture.Fault(answer) is { } fault)
        {
            faults.Add($"{operation} {what} → {fault}");
        }
        else if (refused && answer.Code < 400)
        {
            faults.Add($"{operation} {what} → accepted: {answer}");
        }
    }

    /// <summary>Runs refusals and compares every table before and after.</summary>
    private async Task NothingIsStoredAsync(Func<List<string>, Task> attack, bool evenOnSuccess = true)
    {
        var faults = new List<string>();
        foreach (var operation in fixture.WithBody)
        {
            await fixture.SampleAsync(operation);
        }

        var before = await fixture.Service.Database.CountRowsAsync();
        await attack(faults);
        faults.ShouldBeEmpty($"{faults.Count} faults");
        if (evenOnSuccess)
        {
            var after = await fixture.Service.Database.CountRowsAsync();
            after.Where(table => before[table.Key] != table.Value).ShouldBeEmpty();
        }
    }

    /// <summary>The greatest value that a parameter takes, as it is published.</summary>
    private static int? MostOf(Operation operation, string parameter) =>
        (int?)operation.Query.FirstOrDefault(one => (string?)one["name"] == parameter)?["schema"]?["maximum"];

    private static IEnumerable<byte[]> Garbage(Random random, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            yield return bytes;
        }
    }

    private static string[] WrongValues(string type) =>
        type switch
        {
            "string" => ["1", "true", "{}", "[]", "[\"x\"]", "1e999"],
            "integer" => ["\"1\"", "1.5", "1e400", "99999999999999999999", "{}", "true"],
            "number" => ["\"1\"", "1e400", "{}", "false"],
            "boolean" => ["\"true\"", "1", "{}", "[]"],
            "array" => ["{}", "\"x\"", "1", "[[[]]]"],
            _ => ["[]", "\"x\"", "1", "true"],
        };

    private static string Padded(string cursor)
    {
        var text = cursor.Replace('-', '+').Replace('_', '/');
        return text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
    }
}
