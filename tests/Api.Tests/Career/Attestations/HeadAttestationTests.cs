using MethodCenter.Application.Career;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Api.Tests.Career.Attestations;

/// <summary>/head-attestations: what the founder decides about heads, apart from teachers (ATT-25).</summary>
public sealed class HeadAttestationTests(AttestationSetting setting) : IClassFixture<AttestationSetting>
{
    private static readonly object Reason = new { reason = "Внесена не тому работнику" };

    [Fact]
    public async Task A_decision_is_recorded_for_five_years_and_read_as_it_was_answered()
    {
        var decision = await DecisionAsync(await HeadAsync(), "2024-04-10");
        (decision["actNumber"], decision["actDate"]) = ("77", "2024-04-12");
        decision["source"] = "Личное дело";

        var recorded = await setting.Api.PostAsync("/head-attestations", decision);
        var read = await setting.Api.GetAsync($"/head-attestations/{recorded.Id}");

        recorded.Status.ShouldBe(HttpStatusCode.Created);
        recorded.Headers.Location!.ToString().ShouldBe($"/api/v1/head-attestations/{recorded.Id}");
        recorded.ETag.ShouldBe("\"1\"");
        ((string?)recorded["validUntil"]).ShouldBe("2029-04-10");
        ((string?)recorded["rule.code"]).ShouldBe("ATT-25");
        ((string?)recorded["commission"]).ShouldBe("Комиссия администрации");
        ((string?)recorded["source"]).ShouldBe("Личное дело");
        ((bool)recorded["isCandidate"]!).ShouldBeFalse();
        recorded["warnings"].ShouldBeNull();
        read.Expect(HttpStatusCode.OK).Text.ShouldBe(recorded.Text);
    }

    [Fact]
    public async Task The_term_is_what_the_centre_enters_with_its_source()
    {
        var world = await World.SharedAsync();
        var school = await world.OrganisationAsync();
        var director = await world.PositionAsync("director");
        var head = await world.EmployeeAsync(school, director);
        (
            await world.Api.PostAsync(
                "/norms",
                new
                {
                    code = "attestation.head-conformity-years",
                    value = "3",
                    validFrom = "2024-01-01",
                    basis = "Постановление администрации района от 12.12.2023 № 540",
                }
            )
        ).Expect(HttpStatusCode.Created);

        var recorded = await world.Api.PostAsync(
            "/head-attestations",
            new
            {
                employeeId = head,
                organisationId = school,
                positionId = director,
                commission = "Комиссия администрации",
                decidedOn = "2024-04-10",
                outcome = "granted",
            }
        );

        ((string?)recorded.Expect(HttpStatusCode.Created)["validUntil"]).ShouldBe("2027-04-10");
        ((string?)recorded["rule.basis"])!.ShouldContain("№ 540");
    }

    [Fact]
    public async Task A_candidate_is_recorded_with_a_warning()
    {
        var decision = await DecisionAsync(await setting.TeacherAsync(), "2024-04-10");

        var recorded = await setting.Api.PostAsync("/head-attestations", decision);

        recorded.Status.ShouldBe(HttpStatusCode.Created);
        ((bool)recorded["isCandidate"]!).ShouldBeTrue();
        ((string?)recorded["warnings.0.code"]).ShouldBe("head-attestation.candidate");
        ((string?)recorded["warnings.0.message"])!.ShouldContain("как кандидат");
    }

    [Fact]
    public async Task A_teaching_post_is_refused_and_sent_to_the_other_procedure()
    {
        var decision = await DecisionAsync(await setting.TeacherAsync(), "2024-04-10");
        decision["positionId"] = setting.Teacher;

        var answer = await setting.Api.PostAsync("/head-attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe(["/positionId head-attestation.position-not-managing"]);
        ((string?)answer["rule.code"]).ShouldBe("ATT-25");
    }

    [Theory]
    [InlineData("employeeId", "employee.unknown")]
    [InlineData("organisationId", "organisation.unknown")]
    [InlineData("positionId", "position.unknown")]
    public async Task An_unknown_id_is_named_by_its_pointer(string member, string code)
    {
        var decision = await DecisionAsync(await HeadAsync(), "2024-04-10");
        decision[member] = Guid.CreateVersion7();

        var answer = await setting.Api.PostAsync("/head-attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.FieldErrors.ShouldBe([$"/{member} {code}"]);
    }

    [Fact]
    public async Task Malformed_values_are_named_at_once()
    {
        var decision = await DecisionAsync(Guid.Empty, "1066-10-14");
        (decision["commission"], decision["source"]) = ("", new string('я', 301));

        var answer = await setting.Api.PostAsync("/head-attestations", decision);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(
            [
                "/employeeId validation.required",
                "/commission validation.required",
                "/decidedOn validation.out-of-range",
                "/source validation.too-long",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task The_same_decision_again_is_a_conflict_until_the_first_is_annulled()
    {
        var decision = await DecisionAsync(await HeadAsync(), "2024-04-10");
        var wrong = (await setting.Api.PostAsync("/head-attestations", decision)).Expect(HttpStatusCode.Created);

        var again = await setting.Api.PostAsync("/head-attestations", decision);
        var path = $"/head-attestations/{wrong.Id}/annulment";
        var without = await setting.Api.PostAsync(path, Reason);
        var stale = await setting.Api.PostAsync(path, Reason, ("If-Match", "\"7\""));
        var annulled = await setting.Api.PostAsync(path, Reason, ("If-Match", wrong.ETag));
        var right = await setting.Api.PostAsync("/head-attestations", decision);
        var twice = await setting.Api.PostAsync(path, Reason, ("If-Match", "\"2\""));

        (again.Code, again.ErrorCode).ShouldBe((409, "head-attestation.already-recorded"));
        without.Code.ShouldBe(428);
        stale.Code.ShouldBe(412);
        ((string?)annulled.Expect(HttpStatusCode.OK)["state"]).ShouldBe("annulled");
        right.Status.ShouldBe(HttpStatusCode.Created);
        (twice.Code, twice.ErrorCode).ShouldBe((409, "attestation.already-annulled"));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Of_twenty_equal_recordings_at_once_one_is_taken(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var (school, director) = (await world.OrganisationAsync(), await world.PositionAsync("director"));
        var decision = new
        {
            employeeId = await world.EmployeeAsync(school, director),
            organisationId = school,
            positionId = director,
            commission = "Комиссия администрации",
            decidedOn = "2024-04-10",
            outcome = "granted",
        };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => world.Api.PostAsync("/head-attestations", decision))
        );

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.ErrorCode == "head-attestation.already-recorded").ShouldBe(19);
        (await world.RowsAsync("head_attestations")).ShouldBe(1);
    }

    /// <summary>Past the guard of the domain, the index says the same in the same words.</summary>
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_index_refuses_a_second_record_of_the_same_decision(DatabaseProvider provider)
    {
        var world = await World.SharedAsync(provider);
        var (school, director) = (await world.OrganisationAsync(), await world.PositionAsync("director"));
        var decision = new HeadAttestationDecision(
            await world.EmployeeAsync(school, director),
            school,
            director,
            "Комиссия администрации",
            AttestationOutcome.Granted,
            new DateOnly(2024, 4, 10)
        );
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = world.Service.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Scope.Open(world.CentreId, null);
        var norms = await scope.ServiceProvider.GetRequiredService<INorms>().GetAsync(cancellation);
        var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await using var transaction = await unitOfWork.BeginAsync(cancellation);
        for (var copy = 0; copy < 2; copy++)
        {
            var recorded = HeadAttestation.Record(decision, new HeadFacts([], []), norms, new DateOnly(2024, 5, 1));
            scope.ServiceProvider.GetRequiredService<ICareerStore>().HeadAttestations.Add(recorded.Value);
        }

        (await unitOfWork.SaveAsync(cancellation)).ShouldBe(HeadAttestationErrors.AlreadyRecorded);
    }

    [Fact]
    public async Task The_list_is_filtered_and_names_people()
    {
        var head = await HeadAsync();
        foreach (var day in new[] { "2019-04-10", "2024-04-10" })
        {
            (await setting.Api.PostAsync("/head-attestations", await DecisionAsync(head, day))).Expect(
                HttpStatusCode.Created
            );
        }

        var listed = await setting.Api.GetAsync($"/head-attestations?employeeId={head}");
        var later = await setting.Api.GetAsync($"/head-attestations?employeeId={head}&decidedFrom=2024-01-01");
        var refused = await setting.Api.GetAsync($"/head-attestations?employeeId={head}&outcome=refused");

        Days(listed).ShouldBe(["2024-04-10", "2019-04-10"]);
        Days(later).ShouldBe(["2024-04-10"]);
        Days(refused).ShouldBeEmpty();
        ((string?)listed["items.0.fullName"])!.ShouldStartWith("Тестова");
        ((string?)listed["items.0.position.code"]).ShouldBe("director");
        ((string?)listed["items.0.organisation.code"]).ShouldBe("school-1");
    }

    [Fact]
    public async Task A_head_who_teaches_has_both_apart_from_each_other()
    {
        var head = await HeadAsync();
        var card = await setting.Api.GetAsync($"/employees/{head}");
        (
            await setting.Api.PostAsync(
                $"/employees/{head}/employments",
                new
                {
                    organisationId = setting.School,
                    positionId = setting.Teacher,
                    kind = "internalPartTime",
                    rate = 0.5,
                    from = "2012-09-01",
                },
                ("If-Match", card.ETag)
            )
        ).Expect(HttpStatusCode.OK);
        var founder = (
            await setting.Api.PostAsync("/head-attestations", await DecisionAsync(head, "2022-04-10"))
        ).Expect(HttpStatusCode.Created);
        (await setting.RecordAsync(head, "first", "2024-02-20")).Expect(HttpStatusCode.Created);

        var before = await setting.Api.GetAsync($"/employees/{head}/qualification?on=2023-01-01");
        var after = await setting.Api.GetAsync($"/employees/{head}/qualification?on=2024-03-01");

        ((string?)before["bucket"]).ShouldBe("none");
        ((string?)after["bucket"]).ShouldBe("first");
        foreach (var answer in new[] { before, after })
        {
            answer["conformities"]!.AsArray().Count.ShouldBe(1);
            var status = answer["headConformities"]!.AsArray().ShouldHaveSingleItem()!;
            ((Guid)status["lastAttestationId"]!).ShouldBe(founder.Id);
            ((bool)status["valid"]!).ShouldBeTrue();
            ((string?)status["nextDue"]).ShouldBe("2027-04-10");
            ((string?)status["position"]!["code"]).ShouldBe("director");
        }
    }

    [Theory]
    [InlineData(Role.AttestationSpecialist, 201, 200)]
    [InlineData(Role.CentreAdministrator, 201, 200)]
    [InlineData(Role.Methodist, 403, 200)]
    [InlineData(Role.Analyst, 403, 403)]
    public async Task Each_role_may_do_what_the_matrix_says(Role role, int record, int list)
    {
        using var caller = await setting.InRoleAsync(role);
        var decision = await DecisionAsync(await HeadAsync(), "2024-04-10");

        (await caller.PostAsync("/head-attestations", decision)).Code.ShouldBe(record);
        (await caller.GetAsync("/head-attestations")).Code.ShouldBe(list);
        using var nobody = setting.Service.Client(key: null);
        (await nobody.GetAsync("/head-attestations")).Code.ShouldBe(401);
    }

    [Fact]
    public async Task A_school_sees_its_own_and_another_centre_nothing()
    {
        using var school = await setting.InRoleAsync(Role.SchoolOperator, setting.School);
        using var otherSchool = await setting.InRoleAsync(Role.SchoolOperator, setting.OtherSchool);
        var neighbour = await World.CreateAsync(setting.Service, "neighbour");
        var head = await HeadAsync();
        var recorded = await setting.Api.PostAsync("/head-attestations", await DecisionAsync(head, "2024-04-10"));

        (await school.GetAsync($"/head-attestations/{recorded.Id}")).Code.ShouldBe(200);
        foreach (var stranger in new[] { otherSchool, neighbour.Api })
        {
            var answer = await stranger.GetAsync($"/head-attestations/{recorded.Id}");
            (answer.Code, answer.ErrorCode).ShouldBe((404, "head-attestation.not-found"));
            Days(await stranger.GetAsync($"/head-attestations?employeeId={head}")).ShouldBeEmpty();
        }
    }

    private async Task<Guid> HeadAsync() =>
        await setting.World.EmployeeAsync(setting.School, await setting.World.PositionAsync("director"));

    private async Task<Dictionary<string, object?>> DecisionAsync(Guid employee, string decidedOn) =>
        new()
        {
            ["employeeId"] = employee,
            ["organisationId"] = setting.School,
            ["positionId"] = await setting.World.PositionAsync("director"),
            ["commission"] = "Комиссия администрации",
            ["decidedOn"] = decidedOn,
            ["outcome"] = "granted",
        };

    private static IEnumerable<string?> Days(Answer list) =>
        list.Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => (string?)item!["decidedOn"]);
}
