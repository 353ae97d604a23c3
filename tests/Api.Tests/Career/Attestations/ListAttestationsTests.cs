namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>GET /attestations.</summary>
public sealed class ListAttestationsTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    [Fact]
    public async Task Rows_name_person_organisation_and_post()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();

        var answer = await setting.Api.GetAsync($"/attestations?employeeId={teacher}&includeTotal=true");

        ((int)answer["total"]!).ShouldBe(1);
        ((string?)answer["items.0.fullName"])!.ShouldEndWith(" Анна Ивановна");
        ((string?)answer["items.0.organisation.shortName"]).ShouldBe("Первая СОШ");
        ((string?)answer["items.0.position.name"]).ShouldBe("учитель");
        ((string?)answer["items.0.validUntil"]).ShouldBe("2028-06-01");
        answer["next"].ShouldBeNull();
    }

    [Theory]
    [InlineData("", new[] { "2024-08-31", "2023-10-20", "2023-06-01", "2016-03-01" })]
    [InlineData("&sort=decidedOn", new[] { "2016-03-01", "2023-06-01", "2023-10-20", "2024-08-31" })]
    [InlineData("&kind=highest", new[] { "2023-10-20" })]
    [InlineData("&outcome=refused", new[] { "2024-08-31" })]
    [InlineData("&state=annulled", new[] { "2016-03-01" })]
    [InlineData("&academicYear=2023-2024", new[] { "2024-08-31", "2023-10-20" })]
    [InlineData("&academicYear=2022-2023", new[] { "2023-06-01" })]
    [InlineData("&decidedFrom=2023-06-02&decidedTo=2023-10-20", new[] { "2023-10-20" })]
    public async Task Filters_and_order_hold(string query, string[] decided)
    {
        var teacher = await setting.FirstCategoryTeacherAsync();
        (await setting.RecordAsync(teacher, "highest", "2023-10-20", "2023-09-04")).Expect(HttpStatusCode.Created);
        (await setting.RecordAsync(teacher, "mentor", "2024-08-31", "2024-08-01", "refused")).Expect(
            HttpStatusCode.Created
        );
        var wrong = (await setting.RecordAsync(teacher, "conformity", "2016-03-01")).Expect(HttpStatusCode.Created);
        (
            await setting.Api.PostAsync(
                $"/attestations/{wrong.Id}/annulment",
                new { reason = "Внесена по ошибке" },
                ("If-Match", wrong.ETag)
            )
        ).Expect(HttpStatusCode.OK);

        var answer = await setting.Api.GetAsync($"/attestations?employeeId={teacher}{query}");

        Days(answer).ShouldBe(decided);
    }

    [Fact]
    public async Task Posts_and_organisations_are_told_apart()
    {
        var teacher = await setting.TeacherAsync();
        var decision = setting.Decision(teacher, "first", "2024-02-20");
        (decision["organisationId"], decision["positionId"]) = (setting.OtherSchool, setting.Educator);
        (await setting.Api.PostAsync("/attestations", decision)).Expect(HttpStatusCode.Created);
        (await setting.RecordAsync(teacher, "first", "2024-03-20")).Expect(HttpStatusCode.Created);

        var ofSchool = await setting.Api.GetAsync(
            $"/attestations?employeeId={teacher}&organisationId={setting.OtherSchool}"
        );
        var ofPost = await setting.Api.GetAsync($"/attestations?employeeId={teacher}&positionId={setting.Teacher}");

        Days(ofSchool).ShouldBe(["2024-02-20"]);
        Days(ofPost).ShouldBe(["2024-03-20"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var teacher = await setting.FirstCategoryTeacherAsync();
        (await setting.RecordAsync(teacher, "highest", "2023-10-20", "2023-09-04")).Expect(HttpStatusCode.Created);

        var first = await setting.Api.GetAsync($"/attestations?employeeId={teacher}&limit=1");
        var second = await setting.Api.GetAsync(
            $"/attestations?employeeId={teacher}&limit=1&cursor={(string?)first["next"]}"
        );

        Days(first).ShouldBe(["2023-10-20"]);
        Days(second).ShouldBe(["2023-06-01"]);
        second["next"].ShouldBeNull();
    }

    private static IEnumerable<string> Days(Answer list) =>
        list.Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => (string)item!["decidedOn"]!);
}
