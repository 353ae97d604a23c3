using System.Text;
using System.Text.Json.Nodes;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Infrastructure.Office.Changes;
using MethodCenter.Infrastructure.Office.Webhooks;

namespace MethodCenter.Infrastructure.Tests.Office.Webhooks;

/// <summary>Signatures as Standard Webhooks has them, and bodies that tell of a change and nothing else.</summary>
public sealed class SigningTests
{
    /// <summary>The example that the standard and its libraries publish.</summary>
    [Fact]
    public void The_published_example_is_signed_as_published() =>
        WebhookSigner
            .Sign(
                ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                """{"test": 2432232314}"""u8
            )
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    /// <summary>Computed by openssl: printf '%s' 'msg_1.1700000000.{"a":"ё"}' | openssl dgst -sha256 -mac HMAC -macopt
    /// hexkey:000102…1f -binary | base64.</summary>
    [Fact]
    public void Another_program_computes_the_same()
    {
        var secret = WebhookSigner.Prefix + Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);

        WebhookSigner
            .Sign([secret], "msg_1", 1_700_000_000, Encoding.UTF8.GetBytes("""{"a":"ё"}"""))
            .ShouldBe("v1,l5qoYGaLHNGG75ZktK4lD0DlWIF+1852F3fvFVjyMAg=");
    }

    [Fact]
    public void Each_secret_signs_and_spaces_part_the_signatures()
    {
        var (one, two) = (WebhookSigner.MakeSecret(), WebhookSigner.MakeSecret());

        var both = WebhookSigner.Sign([one, two], "msg_1", 1, "{}"u8).Split(' ');

        both.ShouldBe([WebhookSigner.Sign([one], "msg_1", 1, "{}"u8), WebhookSigner.Sign([two], "msg_1", 1, "{}"u8)]);
        both[0].ShouldNotBe(both[1]);
    }

    [Fact]
    public void Secrets_have_the_form_of_the_standard_and_do_not_repeat()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => WebhookSigner.MakeSecret()).ToList();

        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(secret => secret.StartsWith("whsec_", StringComparison.Ordinal));
        secrets.ShouldAllBe(secret => Convert.FromBase64String(secret.Substring(6)).Length == 32);
    }

    [Fact]
    public void A_body_tells_of_the_change_and_where_to_read_the_object()
    {
        var (course, enrolment) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var change = new ChangeEntry
        {
            Position = 1042,
            Type = "enrolments",
            SubjectId = enrolment,
            ParentId = course,
            Kind = ChangeKind.KeyChanged,
            Version = 3,
            OccurredAt = new DateTimeOffset(2026, 11, 22, 9, 0, 0, 120, TimeSpan.Zero),
            Events = "employee-enrolled,seat-taken",
            Keys = """{"code":{"from":"школа-1","to":"школа-2"}}""",
        };

        var body = Encoding.UTF8.GetString(WebhookMessages.Of(change, "spb-central"));

        body.ShouldBe(
            $$$"""
            {"type":"enrolments.keyChanged","timestamp":"2026-11-22T09:00:00.120Z","data":{"position":1042,"type":"enrolments","kind":"keyChanged","id":"{{{enrolment}}}","version":3,"occurredAt":"2026-11-22T09:00:00.120Z","centre":"spb-central","events":["employee-enrolled","seat-taken"],"keys":{"code":{"from":"школа-1","to":"школа-2"}},"href":"/api/v1/courses/{{{course}}}/enrolments/{{{enrolment}}}"}}
            """
        );
    }

    [Fact]
    public void Without_events_and_keys_there_is_an_empty_list_and_no_member()
    {
        var change = new ChangeEntry
        {
            Position = 1,
            Type = "courses",
            SubjectId = Guid.CreateVersion7(),
            Kind = ChangeKind.Created,
            Version = 1,
        };

        var data = JsonNode.Parse(WebhookMessages.Of(change, "x"))!["data"]!.AsObject();

        data["events"]!.AsArray().ShouldBeEmpty();
        data.ContainsKey("keys").ShouldBeFalse();
    }
}
