namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>POST /attestations/{id}/annulment.</summary>
public sealed class AnnulAttestationTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    private static readonly object Reason = new { reason = "Внесена не тому работнику" };

    [Fact]
    public async Task An_annulled_record_stays_with_its_reason_and_makes_room_for_the_right_one()
    {
        var teacher = await setting.TeacherAsync();
        var wrong = (await setting.RecordAsync(teacher, "first", "2024-02-20")).Expect(HttpStatusCode.Created);

        var annulled = await setting.Api.PostAsync(
            $"/attestations/{wrong.Id}/annulment",
            Reason,
            ("If-Match", wrong.ETag)
        );
        var right = await setting.RecordAsync(teacher, "first", "2024-02-20");

        annulled.Status.ShouldBe(HttpStatusCode.OK);
        annulled.ETag.ShouldBe("\"2\"");
        ((string?)annulled["state"]).ShouldBe("annulled");
        ((string?)annulled["annulmentReason"]).ShouldBe("Внесена не тому работнику");
        annulled["annulledOn"].ShouldNotBeNull();
        right.Status.ShouldBe(HttpStatusCode.Created);
        right.Id.ShouldNotBe(wrong.Id);
    }

    [Fact]
    public async Task An_annulled_category_counts_no_more()
    {
        var teacher = await setting.TeacherAsync();
        var first = (await setting.RecordAsync(teacher, "first", "2023-06-01")).Expect(HttpStatusCode.Created);
        (await setting.Api.PostAsync($"/attestations/{first.Id}/annulment", Reason, ("If-Match", first.ETag))).Expect(
            HttpStatusCode.OK
        );

        var before = await setting.Api.GetAsync($"/employees/{teacher}/qualification?on=2024-02-19");
        var highest = await setting.RecordAsync(teacher, "highest", "2024-02-20", "2024-01-10");

        ((string?)highest["warnings.0.code"]).ShouldBe("attestation.no-prior-category");
        ((string?)before["bucket"]).ShouldBe("none");
    }

    [Fact]
    public async Task Annulling_needs_the_revision_that_was_read()
    {
        var record = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2024-02-20");
        var path = $"/attestations/{record.Id}/annulment";

        var without = await setting.Api.PostAsync(path, Reason);
        var stale = await setting.Api.PostAsync(path, Reason, ("If-Match", "\"7\""));
        var after = await setting.Api.GetAsync($"/attestations/{record.Id}");

        without.Code.ShouldBe(428);
        stale.Code.ShouldBe(412);
        stale.ErrorCode.ShouldBe("request.stale");
        ((string?)after["state"]).ShouldBe("recorded");
    }

    [Fact]
    public async Task Annulling_twice_is_a_conflict()
    {
        var record = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2024-02-20");
        var path = $"/attestations/{record.Id}/annulment";
        var annulled = await setting.Api.PostAsync(path, Reason, ("If-Match", record.ETag));

        var again = await setting.Api.PostAsync(path, Reason, ("If-Match", annulled.ETag));

        again.Code.ShouldBe(409);
        again.ErrorCode.ShouldBe("attestation.already-annulled");
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        var record = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2024-02-20");

        var answer = await setting.Api.PostAsync(
            $"/attestations/{record.Id}/annulment",
            new { reason = "" },
            ("If-Match", record.ETag)
        );

        answer.Code.ShouldBe(400);
        answer.FieldErrors.ShouldBe(["/reason validation.required"]);
    }
}
