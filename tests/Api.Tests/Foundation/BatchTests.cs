using MethodCenter.Api.Tests.Security;
using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Foundation;

/// <summary>Many objects in one request, for scripts that speak JSON.</summary>
public sealed class BatchTests
{
    private const string Path = "/organisations:batch";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_thousand_are_written_in_one_transaction_and_again_change_nothing(DatabaseProvider provider)
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var body = new { items = Enumerable.Range(1, 1000).Select(number => School($"s-{number}")).ToList() };

        var first = (await world.Api.PostAsync(Path, body)).Expect(HttpStatusCode.OK);
        var trail = await world.CountRowsAsync();
        var second = (await world.Api.PostAsync(Path, body)).Expect(HttpStatusCode.OK);

        ((int)first["done"]!).ShouldBe(1000);
        Statuses(first).ShouldAllBe(status => status == 201);
        Statuses(second).ShouldAllBe(status => status == 200);
        Ids(second).ShouldBe(Ids(first));
        Ids(first).Distinct().Count().ShouldBe(1000);
        (await world.CountRowsAsync()).ShouldBe(trail);
    }

    [Fact]
    public async Task One_refused_item_refuses_all_and_is_told_by_its_place()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var before = await world.CountRowsAsync();

        var answer = await world.Api.PostAsync(
            Path,
            new { items = new[] { School("s-1"), School("s-2", kind: "circus"), School("s-3", name: "") } }
        );
        var refused = await world.Api.PostAsync(Path, new { items = new[] { School("s-1"), School("s-2", name: "") } });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldBe(["/items/1/body/kind validation.unknown-value"]);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ErrorCode.ShouldBe("batch.refused");
        refused.FieldErrors.ShouldBe(["/items/1/body/shortName validation.required"]);
        ((string)refused["detail"]!).ShouldContain("1");
        (await world.CountRowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Without_all_or_nothing_the_others_are_written_and_each_has_its_answer()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        await world.OrganisationAsync("taken", "Занятая");

        var answer = await world.Api.PostAsync(
            Path,
            new
            {
                allOrNothing = false,
                items = new[] { School("s-1"), School("taken"), School("s-3", name: ""), School("s-4") },
            }
        );

        answer.Code.ShouldBe(207);
        ((int)answer["done"]!).ShouldBe(2);
        ((int)answer["refused"]!).ShouldBe(2);
        Statuses(answer).ShouldBe([201, 409, 400, 201]);
        ((string?)answer["items.1.problem.code"]).ShouldBe("organisation.code-taken");
        ((string?)answer["items.2.problem.errors.0.pointer"]).ShouldBe("/body/shortName");
        (await world.RowsAsync("organisations")).ShouldBe(3);
        (await world.RowsAsync("external_keys")).ShouldBe(2);
        (await world.RowsAsync("changes", "type = 'organisations'")).ShouldBe(3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task None_and_more_than_a_thousand_are_refused(int items)
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);

        var answer = await world.Api.PostAsync(
            Path,
            new { items = Enumerable.Range(1, items).Select(number => School($"s-{number}")).ToList() }
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.FieldErrors.ShouldHaveSingleItem().ShouldStartWith("/items ");
    }

    [Fact]
    public async Task A_repeated_key_gets_the_stored_answer_and_another_body_is_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var body = new { items = new[] { School("s-1"), School("s-2") } };

        var first = await world.Api.PostAsync(Path, body, ("Idempotency-Key", "batch-1"));
        var second = await world.Api.PostAsync(Path, body, ("Idempotency-Key", "batch-1"));
        var other = await world.Api.PostAsync(
            Path,
            new { items = new[] { School("s-9") } },
            ("Idempotency-Key", "batch-1")
        );

        second.Expect(HttpStatusCode.OK).Text.ShouldBe(first.Expect(HttpStatusCode.OK).Text);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await world.RowsAsync("organisations")).ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_write_one_may_not_write_many()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("auditor"));
        using var auditor = service.Client(key, world.Centre);

        var answer = await auditor.PostAsync(Path, new { items = new[] { School("s-1") } });

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await world.RowsAsync("organisations")).ShouldBe(0);
    }

    /// <summary>A school operator's batch with a learner of another school: that one is not there for him.</summary>
    [Fact]
    public async Task A_school_enrols_its_own_people_alone()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service);
        var position = await world.PositionAsync();
        var (own, other) = (await world.OrganisationAsync(), await world.OrganisationAsync("school-2", "Вторая СОШ"));
        var (mine, stranger) = (await world.EmployeeAsync(own, position), await world.EmployeeAsync(other, position));
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync());
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", own));
        using var school = service.Client(key, world.Centre);

        var answer = await school.PostAsync(
            "/enrolments:batch",
            new
            {
                allOrNothing = false,
                items = new[]
                {
                    new { courseId = course.Id, body = new { employeeId = mine } },
                    new { courseId = course.Id, body = new { employeeId = stranger } },
                },
            }
        );

        answer.Code.ShouldBe(207);
        Statuses(answer).ShouldBe([201, 422]);
        (await world.RowsAsync("enrolments")).ShouldBe(1);
    }

    private static object School(string code, string name = "Школа", string kind = "secondarySchool") =>
        new
        {
            key = new { source = "1c", key = code },
            body = new
            {
                code,
                shortName = name,
                kind,
            },
        };

    private static IReadOnlyList<int> Statuses(Answer answer) =>
        [.. answer.Json!["items"]!.AsArray().Select(item => (int)item!["status"]!)];

    private static IReadOnlyList<Guid> Ids(Answer answer) =>
        [.. answer.Json!["items"]!.AsArray().Select(item => (Guid)item!["id"]!)];
}
