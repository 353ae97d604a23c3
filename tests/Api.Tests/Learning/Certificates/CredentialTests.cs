using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;
using Microsoft.Data.Sqlite;

namespace MethodCenter.Api.Tests.Learning.Certificates;

/// <summary>Open badges: what they say, and that anybody verifies them with the published keys alone.</summary>
public sealed class CredentialTests
{
    private static async Task<JsonNode> ExpandedAsync() =>
        JsonNode.Parse(
            await File.ReadAllTextAsync(
                OpenApi.Repository.PathOf("eng", "openapi", "credential.json"),
                TestContext.Current.CancellationToken
            )
        )!;

    /// <summary>The members of a credential with their kinds; of contexts and types the values.</summary>
    private static string Shape(JsonNode? node, string at = "") =>
        node switch
        {
            JsonObject members => string.Concat(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => Shape(member.Value, $"{at}/{member.Key}"))
            ),
            JsonArray items => string.Concat(items.Select((item, place) => Shape(item, $"{at}/{place}"))),
            _ when at.Contains("@context", StringComparison.Ordinal)
                    || at.Contains("/type", StringComparison.Ordinal) => $"{at} = {node}\n",
            _ => $"{at}: {node!.GetValueKind()}\n",
        };

    private static readonly Dictionary<string, string?> Published = new()
    {
        ["Public:Address"] = "https://imc.example.org",
    };

    [Fact]
    public async Task It_is_verified_with_the_published_keys_and_says_what_the_paper_says()
    {
        await using var service = await TestService.StartAsync(settings: Published);
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        using var anybody = service.Client(key: null);

        var answer = (await world.Api.GetAsync($"/certificates/{issued.Id}/credential")).Expect(HttpStatusCode.OK);
        var keys = (await anybody.GetAsync("/public/keys")).Expect(HttpStatusCode.OK);

        var badge = Badge.Parse(answer.Text);
        badge.IsSignedBy(keys).ShouldBeTrue();
        ((string)badge.Header["alg"]!).ShouldBe("ES256");
        ((string)badge.Header["typ"]!).ShouldBe("JWT");
        ((string)badge.Header["jwk"]!["x"]!).ShouldBe((string)keys["keys.0.x"]!);
        badge.Header["jwk"]!["d"].ShouldBeNull();
        var payload = badge.Payload;

        // eng/openapi/credential.js expands a credential of these members strictly.
        Shape(payload).ShouldBe(Shape(await ExpandedAsync()));
        Texts(payload["type"]!).ShouldBe(["VerifiableCredential", "OpenBadgeCredential"]);
        ((string)payload["id"]!).ShouldBe($"https://imc.example.org/api/v1/public/certificates/{issued["code"]}");
        ((string)payload["jti"]!).ShouldBe((string)payload["id"]!);
        ((string)payload["iss"]!).ShouldBe((string)payload["issuer"]!["id"]!);
        ((string)payload["issuer"]!["name"]!).ShouldBe("Тестовый методический центр");

        // The day of issue begins in Moscow, where the test centre is.
        ((string)payload["validFrom"]!).ShouldBe($"{issued["issuedOn"]}T00:00:00+03:00");
        ((long)payload["nbf"]!).ShouldBe(
            DateTimeOffset.Parse((string)payload["validFrom"]!, CultureInfo.InvariantCulture).ToUnixTimeSeconds()
        );
        var subject = payload["credentialSubject"]!;
        ((string)subject["identifier"]![0]!["identityHash"]!).ShouldStartWith((string)issued["lastName"]!);
        ((bool)subject["identifier"]![0]!["hashed"]!).ShouldBeFalse();
        ((string)subject["licenseNumber"]!).ShouldBe($"1/{issued["year"]}");
        ((string)subject["achievement"]!["name"]!).ShouldBe((string)issued["title"]!);
        ((string)subject["achievement"]!["achievementType"]!).ShouldBe("Certificate");
        ((string)subject["achievement"]!["description"]!).ShouldContain("36 академических часов");
        ((string)subject["achievement"]!["criteria"]!["narrative"]!).ShouldContain("завершение повышения квалификации");
    }

    [Fact]
    public async Task It_names_the_learner_by_his_name_alone()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        var employee = (await world.Api.GetAsync($"/employees/{issued["employeeId"]}")).Expect(HttpStatusCode.OK);

        var answer = (await world.Api.GetAsync($"/certificates/{issued.Id}/credential")).Expect(HttpStatusCode.OK);

        var text = Badge.Parse(answer.Text).Payload.ToJsonString();
        text.ShouldNotContain(employee.Id.ToString());
        text.ShouldNotContain((string)issued["enrolmentId"]!);
        text.ShouldNotContain("birth", Case.Insensitive);
        text.ShouldNotContain("snils", Case.Insensitive);

        // Without a public address the badge is named by the id of the document: nothing leads nowhere.
        ((string)Badge.Parse(answer.Text).Payload["id"]!).ShouldBe($"urn:uuid:{issued.Id}");
    }

    [Fact]
    public async Task A_changed_claim_and_a_foreign_key_are_found_out()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var badge = Badge.Parse(
            (await world.Api.GetAsync($"/certificates/{(await IssueAsync(world)).Id}/credential")).Text
        );
        var keys = await world.Api.GetAsync("/public/keys");

        badge.IsSignedBy(keys).ShouldBeTrue();
        badge
            .With(payload => payload["credentialSubject"]!["licenseNumber"] = "2/2026")
            .IsSignedBy(keys)
            .ShouldBeFalse();
        badge.IsSignedBy(KeysOfAnother()).ShouldBeFalse();

        static Answer KeysOfAnother()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            var one = new JsonObject
            {
                ["x"] = Base64Url.EncodeToString(point.X),
                ["y"] = Base64Url.EncodeToString(point.Y),
            };
            return new Answer(HttpStatusCode.OK, "", new JsonObject { ["keys"] = new JsonArray(one) }, null!);
        }
    }

    [Fact]
    public async Task What_is_valid_no_more_has_none_and_others_find_none()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var issued = await IssueAsync(world);
        var neighbour = await World.CreateAsync(service, "neighbour");
        var (_, foreign) = await world.ProgramAsync(
            TestAccounts.Role("schoolOperator", await world.OrganisationAsync("school-2", "Вторая СОШ"))
        );
        using var stranger = service.Client(foreign, world.Centre);
        var path = $"/certificates/{issued.Id}/credential";

        (await neighbour.Api.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var annulment = await world.Api.PostAsync(
            $"/certificates/{issued.Id}/annulment",
            new { reason = "выдан не тому" },
            ("If-Match", issued.ETag)
        );
        annulment.Expect(HttpStatusCode.OK);
        var annulled = await world.Api.GetAsync(path);

        annulled.Status.ShouldBe(HttpStatusCode.Conflict);
        annulled.ErrorCode.ShouldBe("certificate.not-valid");
    }

    /// <summary>Two services that start at once on an empty database, and one that starts after them: one key.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task All_instances_sign_with_one_key_which_outlives_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        string known;
        Badge early;
        Guid certificate;
        string centre;
        await using (var first = TestService.StartOn(database))
        await using (var second = TestService.StartOn(database))
        {
            var world = await World.CreateAsync(first);
            (certificate, centre) = ((await IssueAsync(world)).Id, world.Centre);
            using var other = second.Client(centre: centre);
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(place =>
                        (place % 2 == 0 ? world.Api : other).GetAsync($"/certificates/{certificate}/credential")
                    )
            );
            var keys = await other.GetAsync("/public/keys");

            keys["keys"]!.AsArray().Count.ShouldBe(1);
            answers.ShouldAllBe(answer => Badge.Parse(answer.Text).IsSignedBy(keys));
            (known, early) = (keys.Text, Badge.Parse(answers[0].Text));
        }

        await using var third = TestService.StartOn(database);
        using var later = third.Client(centre: centre);
        var after = await later.GetAsync("/public/keys");
        var again = (await later.GetAsync($"/certificates/{certificate}/credential")).Expect(HttpStatusCode.OK);

        after.Text.ShouldBe(known);
        early.IsSignedBy(after).ShouldBeTrue();
        Badge.Parse(again.Text).IsSignedBy(after).ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_has_lost_its_key_ring_signs_with_a_new_key_and_shows_the_old_one_still()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Badge early;
        Guid certificate;
        string centre;
        await using (var first = TestService.StartOn(database))
        {
            var world = await World.CreateAsync(first);
            (certificate, centre) = ((await IssueAsync(world)).Id, world.Centre);
            early = Badge.Parse((await world.Api.GetAsync($"/certificates/{certificate}/credential")).Text);
        }

        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var lose = connection.CreateCommand();
            lose.CommandText = "DELETE FROM protection_keys";
            (await lose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        await using var second = TestService.StartOn(database);
        using var api = second.Client(centre: centre);
        var late = Badge.Parse((await api.GetAsync($"/certificates/{certificate}/credential")).Text);
        var keys = await api.GetAsync("/public/keys");

        keys["keys"]!.AsArray().Count.ShouldBe(2);
        early.IsSignedBy(keys).ShouldBeTrue();
        late.IsSignedBy(keys).ShouldBeTrue();
        ((string)late.Header["jwk"]!["kid"]!).ShouldBe((string)keys["keys.0.kid"]!);
        ((string)early.Header["jwk"]!["kid"]!).ShouldBe((string)keys["keys.1.kid"]!);
    }

    private static async Task<Answer> IssueAsync(World world)
    {
        var enrolments = await world.EnrolmentsAsync(await world.CompletedCourseAsync(1));
        return (await world.Api.PostAsync("/certificates", new { enrolmentId = enrolments[0] })).Expect(
            HttpStatusCode.Created
        );
    }

    private static IEnumerable<string> Texts(JsonNode node) => node.AsArray().Select(text => (string)text!);

    /// <summary>A token as a verifier reads it: with the runtime's cryptography alone, not with the library that signed it.</summary>
    private sealed record Badge(JsonNode Header, JsonNode Payload, byte[] Signed, byte[] Signature)
    {
        public static Badge Parse(string token)
        {
            var parts = token.Split('.');
            parts.Length.ShouldBe(3);
            return new Badge(
                JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!,
                JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!,
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2])
            );
        }

        public bool IsSignedBy(Answer keys) =>
            keys["keys"]!
                .AsArray()
                .Any(one =>
                {
                    using var key = ECDsa.Create(
                        new ECParameters
                        {
                            Curve = ECCurve.NamedCurves.nistP256,
                            Q =
                            {
                                X = Base64Url.DecodeFromChars((string)one!["x"]!),
                                Y = Base64Url.DecodeFromChars((string)one["y"]!),
                            },
                        }
                    );
                    return key.VerifyData(Signed, Signature, HashAlgorithmName.SHA256);
                });

        public Badge With(Action<JsonNode> change)
        {
            var payload = Payload.DeepClone();
            change(payload);
            var header = Encoding.ASCII.GetString(Signed).Split('.')[0];
            var changed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()));
            return this with { Payload = payload, Signed = Encoding.ASCII.GetBytes($"{header}.{changed}") };
        }
    }
}
