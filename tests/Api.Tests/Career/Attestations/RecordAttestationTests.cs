namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>POST /attestations: what is recorded, and what the answer says about it.</summary>
public sealed class RecordAttestationTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Conformity_is_recorded_for_five_years()
    {
        var teacher = await setting.TeacherAsync();

        var answer = await setting.RecordAsync(teacher, "conformity", "2022-03-01");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/attestations/{answer.Id}");
        answer.ETag.ShouldBe("\"1\"");
        ((string?)answer["validUntil"]).ShouldBe("2027-03-01");
        ((string?)answer["rule.code"]).ShouldBe("ATT-3");
        ((string?)answer["state"]).ShouldBe("recorded");
        answer["warnings"].ShouldBeNull();
    }

    [Theory]
    [InlineData("2022-05-20", "2022-04-01", "2027-05-20")]
    [InlineData("2024-02-20", "2024-01-10", null)]
    public async Task First_category_is_recorded_by_the_term_of_the_day(
        string decidedOn,
        string appliedOn,
        string? validUntil
    )
    {
        var answer = await setting.RecordAsync(await setting.TeacherAsync(), "first", decidedOn, appliedOn);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["validUntil"]).ShouldBe(validUntil);
        ((string?)answer["rule.code"]).ShouldBe("ATT-12");
        ((string?)answer["termRule.code"]).ShouldBe("ATT-15");
        answer["warnings"].ShouldBeNull();
    }

    [Theory]
    [InlineData("methodist")]
    [InlineData("mentor")]
    public async Task Methodist_and_mentor_are_recorded_for_who_holds_the_highest(string kind)
    {
        var teacher = await setting.HighestCategoryTeacherAsync(renewed: true);

        var answer = await setting.RecordAsync(teacher, kind, "2024-02-20", "2024-01-10");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["rule.code"]).ShouldBe("ATT-22");
        ((string?)answer["termRule.code"]).ShouldBe("ATT-23");
    }

    [Fact]
    public async Task What_was_recorded_is_read_as_it_was_answered()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20", "2024-01-10");
        (decision["actNumber"], decision["actDate"]) = ("511-р", "2024-03-05");

        var recorded = await setting.Api.PostAsync("/attestations", decision);
        var read = await setting.Api.GetAsync($"/attestations/{recorded.Id}");

        read.Expect(HttpStatusCode.OK).Text.ShouldBe(recorded.Text);
        ((string?)read["actNumber"]).ShouldBe("511-р");
        ((string?)read["actDate"]).ShouldBe("2024-03-05");
        ((string?)read["appliedOn"]).ShouldBe("2024-01-10");
    }

    [Fact]
    public async Task The_same_decision_again_is_a_conflict()
    {
        var teacher = await setting.TeacherAsync();
        (await setting.RecordAsync(teacher, "first", "2024-02-20")).Expect(HttpStatusCode.Created);

        var again = await setting.RecordAsync(teacher, "first", "2024-02-20");

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.ErrorCode.ShouldBe("attestation.already-recorded");
    }

    [Fact]
    public async Task A_late_decision_is_recorded_with_a_warning()
    {
        var answer = await setting.RecordAsync(await setting.TeacherAsync(), "first", "2024-06-01", "2024-01-10");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        var warning = answer["warnings"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)warning["code"]).ShouldBe("attestation.decided-late");
        ((string?)warning["rule"]!["code"]).ShouldBe("ATT-14");
        ((string?)warning["message"])!.ShouldStartWith("От заявления до решения прошло 143 дн. при норме не более 90");
    }

    [Fact]
    public async Task A_category_decided_where_the_person_does_not_work_is_recorded_with_a_warning()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20", "2024-01-10");
        decision["organisationId"] = setting.OtherSchool;

        var answer = await setting.Api.PostAsync("/attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["warnings.0.code"]).ShouldBe("attestation.employed-elsewhere");
    }

    [Fact]
    public async Task Conformity_of_an_exempt_person_is_recorded_with_a_warning_that_names_no_reason()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.RecordAsync(teacher, "conformity", "2024-02-20");

        answer.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)answer["warnings.0.code"]).ShouldBe("attestation.conformity-exempt");
        ((string?)answer["warnings.0.rule.code"]).ShouldBe("ATT-4");
        answer["warnings.0.params"]!.AsObject().Select(param => param.Key).ShouldBe(["decidedOn"]);
    }

    [Theory]
    [InlineData("employeeId", "employee.unknown")]
    [InlineData("organisationId", "organisation.unknown")]
    [InlineData("positionId", "position.unknown")]
    public async Task An_unknown_id_is_named_by_its_pointer(string member, string code)
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20");
        decision[member] = Guid.CreateVersion7();

        var answer = await setting.Api.PostAsync("/attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe([$"/{member} {code}"]);
    }

    [Fact]
    public async Task A_post_that_is_not_a_teaching_one_is_refused()
    {
        var decision = setting.Decision(await setting.TeacherAsync(), "first", "2024-02-20");
        decision["positionId"] = await setting.World.PositionAsync("director");

        var answer = await setting.Api.PostAsync("/attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe(["/positionId attestation.position-not-teaching"]);
        ((string?)answer["rule.code"]).ShouldBe("ATT-25");
    }

    [Fact]
    public async Task All_malformed_values_are_named_at_once()
    {
        var decision = setting.Decision(Guid.Empty, "first", "1066-10-14");
        decision["actNumber"] = new string('1', 51);

        var answer = await setting.Api.PostAsync("/attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(
            ["/employeeId validation.required", "/decidedOn validation.out-of-range", "/actNumber validation.too-long"],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Recording_takes_at_most_eight_SQL_commands()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();
        setting.Commands.Take("RecordAttestation");

        (await setting.RecordAsync(teacher, "highest", "2023-10-20", "2023-09-04")).Expect(HttpStatusCode.Created);

        setting.Commands.Take("RecordAttestation").ShouldBeInRange(1, 8);
    }
}
