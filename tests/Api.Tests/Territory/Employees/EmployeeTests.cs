using MethodCenter.Api.Tests.Foundation;
using MethodCenter.Api.Tests.Security;

namespace MethodCenter.Api.Tests.Territory.Employees;

public sealed class EmployeeTests(FoundationService foundation) : IClassFixture<FoundationService>
{
    [Fact]
    public async Task Protected_data_are_read_only_on_request_and_the_reading_is_logged()
    {
        var world = await foundation.NewWorldAsync();
        var created = await world.Api.PostAsync(
            "/employees",
            new
            {
                lastName = "Семёнова",
                firstName = "Анна",
                birthDate = "1980-02-29",
                sex = "female",
                snils = "112-233-445 95",
            }
        );

        created.Status.ShouldBe(HttpStatusCode.Created);
        foreach (var value in new[] { "1980-02-29", "29.02.1980", "112-233-445 95", "11223344595" })
        {
            created.Text.ShouldNotContain(value);
        }

        ((bool)created["hasSnils"]!).ShouldBeTrue();
        var purpose = Uri.EscapeDataString("сверка с ФРДО");
        var read = await world.Api.GetAsync($"/employees/{created.Id}/personal-data?purpose={purpose}");
        ((string?)read["snils"]).ShouldBe("112-233-445 95");
        ((string?)read["birthDate"]).ShouldBe("1980-02-29");
        (await world.Api.GetAsync($"/employees/{created.Id}/personal-data")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_list_shows_where_and_as_what_a_person_works_so_that_namesakes_are_told_apart()
    {
        var world = await foundation.NewWorldAsync();
        var (school, position) = (await world.OrganisationAsync(), await world.PositionAsync());
        await world.EmployeeAsync(school, position);

        var listed = (await world.Api.GetAsync("/employees")).Expect(HttpStatusCode.OK).Json!["items"]![0]!;

        var place = listed["places"]!.AsArray().ShouldHaveSingleItem()!;
        ((Guid)place["organisation"]!["id"]!).ShouldBe(school);
        ((string?)place["organisation"]!["shortName"]).ShouldBe("Первая СОШ");
        ((Guid)place["position"]!["id"]!).ShouldBe(position);
        ((string?)place["position"]!["name"]).ShouldBe("учитель");
        listed["organisationIds"]!.AsArray().Select(id => (Guid)id!).ShouldBe([school]);
        ((int)listed["version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_snils_names_the_rule_and_a_taken_one_is_a_conflict()
    {
        var world = await foundation.NewWorldAsync();
        var wrong = await world.Api.PostAsync(
            "/employees",
            new
            {
                lastName = "А",
                firstName = "Б",
                snils = "112-233-445 96",
            }
        );
        var first = await world.Api.PostAsync(
            "/employees",
            new
            {
                lastName = "А",
                firstName = "Б",
                snils = "11223344595",
            }
        );
        var second = await world.Api.PostAsync(
            "/employees",
            new
            {
                lastName = "В",
                firstName = "Г",
                snils = "112-233-445 95",
            }
        );

        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((string?)wrong["rule.code"]).ShouldBe("FRDO-5");
        wrong.FieldErrors.ShouldBe(["/snils employee.invalid-snils"]);
        first.Status.ShouldBe(HttpStatusCode.Created);
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.ErrorCode.ShouldBe("employee.snils-taken");
    }

    [Fact]
    public async Task An_upsert_by_key_creates_then_changes_and_equal_content_writes_nothing()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var path = "/employees/by-key/kadry/17-a";
        object Body(string name) =>
            new
            {
                lastName = name,
                firstName = "Анна",
                employment = new
                {
                    organisationId = school,
                    positionId = teacher,
                    from = "2020-09-01",
                },
            };

        var created = await world.Api.PutAsync(path, Body("Иванова"));
        var equal = await world.Api.PutAsync(path, Body("Иванова"));
        var changed = await world.Api.PutAsync(path, Body("Петрова"));

        created.Status.ShouldBe(HttpStatusCode.Created);
        equal.Status.ShouldBe(HttpStatusCode.OK);
        equal.Text.ShouldBe(created.Text);
        changed.ETag.ShouldBe("\"2\"");
        changed.Id.ShouldBe(created.Id);
        changed["employments"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_upsert_changes_protected_data_only_for_who_may_write_them()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var (_, key) = await world.ProgramAsync(Security.TestAccounts.Role("schoolOperator", school));
        using var schoolOperator = foundation.Service.Client(key);
        object Person(string? snils) =>
            new
            {
                lastName = "Иванова",
                firstName = "Анна",
                snils,
                employment = new
                {
                    organisationId = school,
                    positionId = teacher,
                    from = "2020-09-01",
                },
            };
        var path = "/employees/by-key/kadry/7";
        (await world.Api.PutAsync(path, Person("112-233-445 95"))).Expect(HttpStatusCode.Created);

        var same = await schoolOperator.PutAsync(path, Person("112-233-445 95"));
        var silent = await schoolOperator.PutAsync(path, Person(null));
        var other = await schoolOperator.PutAsync(path, Person("087-654-303 00"));

        // Nothing tells the operator which of them is right.
        foreach (var answer in new[] { same, silent, other })
        {
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        }

        same["warnings.0.code"]!.ToString().ShouldBe("employee.protected-left-out");
        other.Text.ShouldBe(same.Text);
        var purpose = Uri.EscapeDataString("проверка записи");
        var read = await world.Api.GetAsync($"/employees/{same.Id}/personal-data?purpose={purpose}");
        ((string?)read["snils"]).ShouldBe("112-233-445 95");
    }

    [Fact]
    public async Task Errors_of_a_nested_place_of_work_point_into_it()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        Task<Answer> RegisterAsync(Guid organisationId, Guid positionId, string from, string? to, decimal rate) =>
            world.Api.PostAsync(
                "/employees",
                new
                {
                    lastName = "А",
                    firstName = "Б",
                    employment = new
                    {
                        organisationId,
                        positionId,
                        from,
                        to,
                        rate,
                    },
                }
            );

        var unknown = await RegisterAsync(Guid.NewGuid(), teacher, "2020-01-01", null, 1);
        var position = await RegisterAsync(school, Guid.NewGuid(), "2020-01-01", null, 1);
        var rate = await RegisterAsync(school, teacher, "2020-01-01", null, 2.5m);
        var order = await RegisterAsync(school, teacher, "2020-01-02", "2020-01-01", 1);

        unknown.FieldErrors.ShouldBe(["/employment/organisationId organisation.unknown"]);
        position.FieldErrors.ShouldBe(["/employment/positionId position.unknown"]);
        rate.FieldErrors.ShouldBe(["/employment/rate validation.out-of-range"]);
        order.FieldErrors.ShouldBe(["/employment/to employee.employment-ends-before-start"]);
    }

    [Fact]
    public async Task Lists_find_by_name_and_by_present_place_of_work()
    {
        var world = await foundation.NewWorldAsync();
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var here = await world.EmployeeAsync(school, teacher);
        await world.Api.PostAsync("/employees", new { lastName = "Ёлкина", firstName = "Вера" });

        var byPlace = await world.Api.GetAsync($"/employees?organisationId={school}");
        var byName = await world.Api.GetAsync($"/employees?q={Uri.EscapeDataString("вера елкина")}");

        byPlace.Expect(HttpStatusCode.OK);
        ((Guid)byPlace["items.0.id"]!).ShouldBe(here);
        byPlace["items"]!.AsArray().Count.ShouldBe(1);
        ((string?)byName["items.0.fullName"]).ShouldBe("Ёлкина Вера");
    }
}
