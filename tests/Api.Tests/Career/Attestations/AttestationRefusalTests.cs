namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>Refusals by the regulation: 422 with the rule in the problem, in the caller's language.</summary>
public sealed class AttestationRefusalTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Highest_applied_for_before_the_new_order_waits_two_years()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, "highest", "2023-09-20", "2023-08-15");

        Refused(answer, "attestation.prior-category-too-recent", "/appliedOn", "ATT-13");
        ((string?)answer["rule.basis"])!.ShouldContain("№ 276");
        ((string?)answer["detail"]).ShouldBe(
            "Первая категория установлена 01.06.2023. Заявление на высшую принимается не ранее 01.06.2025."
        );
    }

    [Fact]
    public async Task Highest_applied_for_under_the_new_order_does_not_wait()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, "highest", "2023-10-20", "2023-09-04");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["rule.code"]).ShouldBe("ATT-13");
        ((string?)answer["rule.edition"]).ShouldBe("2023-09-01");
    }

    [Fact]
    public async Task Highest_without_any_earlier_category_is_refused()
    {
        var answer = await setting.RecordAsync(await setting.TeacherAsync(), "highest", "2024-02-20", "2024-01-10");

        Refused(answer, "attestation.no-prior-category", "/kind", "ATT-13");
    }

    [Fact]
    public async Task A_refusal_by_the_commission_pauses_the_claim_for_a_year()
    {
        var teacher = await setting.TeacherAsync();
        (await setting.RecordAsync(teacher, "first", "2024-04-10", "2024-03-01", "refused")).Expect(
            HttpStatusCode.Created
        );

        var early = await setting.RecordAsync(teacher, "first", "2025-05-20", "2025-04-09");
        var free = await setting.RecordAsync(teacher, "first", "2025-05-20", "2025-04-10");

        Refused(early, "attestation.refused-recently", "/appliedOn", "ATT-18");
        ((string?)early["params.earliest"]).ShouldBe("2025-04-10");
        free.Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("methodist", "педагог-методист")]
    [InlineData("mentor", "педагог-наставник")]
    public async Task Methodist_and_mentor_need_the_highest(string kind, string name)
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, kind, "2024-02-20", "2024-01-10");

        Refused(answer, "attestation.highest-required", "/kind", "ATT-22");
        ((string?)answer["detail"])!.ShouldContain($"«{name}»");
    }

    [Fact]
    public async Task Methodist_needs_a_highest_that_is_still_in_force()
    {
        var teacher = await setting.HighestCategoryTeacherAsync(renewed: false);

        var answer = await setting.RecordAsync(teacher, "methodist", "2024-02-20", "2024-01-10");

        Refused(answer, "attestation.highest-expired", "/kind", "ATT-22");
        ((string?)answer["params.validUntil"]).ShouldBe("2023-06-01");
    }

    [Fact]
    public async Task Methodist_did_not_exist_before_the_new_order()
    {
        var teacher = await setting.HighestCategoryTeacherAsync(renewed: false);

        var answer = await setting.RecordAsync(teacher, "methodist", "2023-06-20", "2023-05-01");

        Refused(answer, "attestation.kind-not-introduced", "/kind", "ATT-1");
    }

    [Fact]
    public async Task Conformity_is_decided_only_by_the_employer()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "conformity", "2022-03-01");
        decision["organisationId"] = setting.OtherSchool;

        var answer = await setting.Api.PostAsync("/attestations", decision);

        Refused(answer, "attestation.not-employed", "/positionId", "ATT-2");
    }

    [Fact]
    public async Task A_decision_of_a_day_to_come_is_refused()
    {
        var answer = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2099-01-01");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe(["/decidedOn attestation.decided-in-future"]);
    }

    [Fact]
    public async Task A_refusal_is_told_in_English_on_request()
    {
        var decision = setting.Decision(
            await setting.FirstCategoryTeacherAsync(),
            "mentor",
            "2024-02-20",
            "2024-01-10"
        );

        var answer = await setting.Api.PostAsync("/attestations", decision, ("Accept-Language", "en"));

        answer.ErrorCode.ShouldBe("attestation.highest-required");
        ((string?)answer["detail"]).ShouldBe(
            "The category \"teacher-mentor\" needs the highest category, and none is on record. "
                + "Record it or obtain it first."
        );
    }

    private static void Refused(Answer answer, string code, string pointer, string rule)
    {
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe([$"{pointer} {code}"]);
        ((string?)answer["rule.code"]).ShouldBe(rule);
    }
}
