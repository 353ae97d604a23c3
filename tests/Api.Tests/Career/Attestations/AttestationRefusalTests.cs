namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>
/// Refusals by the regulation: 422 with the rule in the problem, in the caller's language; and what is taken over instead,
/// since only the register lacks what the commission has seen.
/// </summary>
public sealed class AttestationRefusalTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Highest_applied_for_before_the_two_years_were_over_is_entered_and_told_to_contradict_the_first()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, "highest", "2023-09-20", "2023-08-15");

        Contradicted(answer, "attestation.prior-category-too-recent", "ATT-13");
        ((string?)answer["rule.basis"])!.ShouldContain("№ 276");
        ((string?)answer["warnings.0.message"]).ShouldBe(
            "Решение записано, но противоречит прежнему в реестре: «первая» от 01.06.2023. "
                + "Сверьте оба с актами и аннулируйте ошибочную запись."
        );
        ((string?)answer["warnings.1.message"]).ShouldBe(
            "Первая категория установлена 01.06.2023. Заявление на высшую принимается не ранее 01.06.2025. "
                + "Проверьте даты или внесите прежнюю аттестацию."
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
    public async Task Highest_of_a_person_without_records_is_taken_over_and_marked()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "highest", "2018-10-10", "2018-09-01");
        (decision["actNumber"], decision["actDate"]) = ("3219-р", "2018-10-31");
        decision["source"] = "Список категорий школы на 01.09.2025";

        var answer = await setting.Api.PostAsync("/attestations", decision);

        TakenOver(answer, "attestation.no-prior-category", "ATT-13");
        answer["warnings"]!.AsArray().Count.ShouldBe(1);
        ((string?)answer["source"]).ShouldBe("Список категорий школы на 01.09.2025");
        ((string?)answer["validUntil"]).ShouldBe("2023-10-10");
        (await setting.Api.GetAsync($"/attestations/{answer.Id}")).Text.ShouldNotContain("warnings");
        foreach (var marked in new[] { true, false })
        {
            var listed = await setting.Api.GetAsync(
                $"/attestations?employeeId={decision["employeeId"]}&takenOver={(marked ? "true" : "false")}"
            );
            listed.Expect(HttpStatusCode.OK)["items"]!
                .AsArray()
                .Select(item => (bool)item!["takenOver"]!)
                .ShouldBe(marked ? [true] : []);
        }
    }

    [Fact]
    public async Task What_is_taken_over_without_source_or_act_is_warned_of()
    {
        var answer = await setting.RecordAsync(await setting.TeacherAsync(), "highest", "2018-10-10");

        TakenOver(answer, "attestation.no-prior-category", "ATT-13");
        ((string?)answer["warnings.1.code"]).ShouldBe("attestation.taken-over-without-source");
    }

    [Fact]
    public async Task A_source_has_a_greatest_length()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20");
        decision["source"] = new string('я', 301);

        var answer = await setting.Api.PostAsync("/attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(["/source validation.too-long"]);
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
    public async Task Methodist_and_mentor_without_the_highest_are_taken_over(string kind, string name)
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, kind, "2024-02-20", "2024-01-10");

        TakenOver(answer, "attestation.highest-required", "ATT-22");
        ((string?)answer["warnings.0.message"])!.ShouldContain($"«{name}»");
    }

    [Fact]
    public async Task Methodist_whose_highest_on_record_has_expired_is_entered_and_told_to_contradict_it()
    {
        var teacher = await setting.HighestCategoryTeacherAsync(renewed: false);

        var answer = await setting.RecordAsync(teacher, "methodist", "2024-02-20", "2024-01-10");

        Contradicted(answer, "attestation.highest-expired", "ATT-22");
        ((string?)answer["warnings.1.params.validUntil"]).ShouldBe("2023-06-01");
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
    public async Task A_professor_is_not_attested_and_in_no_base_of_the_reports()
    {
        var professor = await setting.World.PositionAsync("associate-professor");
        var person = await setting.World.EmployeeAsync(setting.School, professor);
        var decision = setting.Decision(person, "highest", "2024-10-10", "2024-09-01");
        decision["positionId"] = professor;

        var refused = await setting.Api.PostAsync("/attestations", decision);
        var held = (await setting.Api.GetAsync($"/employees/{person}/qualification")).Expect(HttpStatusCode.OK);
        var report = await setting.Api.GetAsync($"/reports/qualifications?asOf=2024-10-10&positionId={professor}");

        Refused(refused, "attestation.position-of-university", "/positionId", "ATT-1");
        held["conformities"]!.AsArray().ShouldBeEmpty();
        ((int)report.Expect(HttpStatusCode.OK)["total.base"]!).ShouldBe(0);
        report["ending"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_is_told_in_English_on_request()
    {
        var decision = setting.Decision(
            await setting.FirstCategoryTeacherAsync(),
            "mentor",
            "2023-06-20",
            "2023-05-10"
        );

        var answer = await setting.Api.PostAsync("/attestations", decision, ("Accept-Language", "en"));

        answer.ErrorCode.ShouldBe("attestation.kind-not-introduced");
        ((string?)answer["detail"])!.ShouldContain("teacher-mentor");
    }

    private static void TakenOver(Answer answer, string code, string rule)
    {
        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((bool)answer["takenOver"]!).ShouldBeTrue();
        ((string?)answer["rule.code"]).ShouldBe(rule);
        ((string?)answer["warnings.0.code"]).ShouldBe(code);
        ((string?)answer["warnings.0.rule.code"]).ShouldBe(rule);
    }

    private static void Contradicted(Answer answer, string code, string rule)
    {
        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((bool)answer["takenOver"]!).ShouldBeFalse();
        ((string?)answer["rule.code"]).ShouldBe(rule);
        answer["warnings"]!
            .AsArray()
            .Select(warning => (string?)warning!["code"])
            .ShouldBe(["attestation.contradicts-earlier", code]);
        ((string?)answer["warnings.0.rule.code"]).ShouldBe(rule);
        ((string?)answer["warnings.0.params.attestationId"]).ShouldNotBeNullOrEmpty();
    }

    private static void Refused(Answer answer, string code, string pointer, string rule)
    {
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe([$"{pointer} {code}"]);
        ((string?)answer["rule.code"]).ShouldBe(rule);
    }
}
