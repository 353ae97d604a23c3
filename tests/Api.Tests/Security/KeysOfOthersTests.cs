using MethodCenter.Api.Tests.Office.Imports;

namespace MethodCenter.Api.Tests.Security;

/// <summary>A key of one source never leads another source to somebody else.</summary>
public sealed class KeysOfOthersTests
{
    private const string ByKey = "/employees/by-key/1c/858583";

    [Fact]
    public async Task A_key_that_a_school_takes_first_is_not_the_one_that_the_centre_means()
    {
        var world = await World.SharedAsync();
        var (first, second) = (
            await world.OrganisationAsync(),
            await world.OrganisationAsync("school-2", "Вторая СОШ")
        );
        using var school = await OperatorAsync(world, first);
        using var neighbour = await OperatorAsync(world, second);
        var position = await world.PositionAsync();

        var taken = await school.PutAsync(ByKey, Person("Чужакова", null, first, position));
        var meant = await world.Api.PutAsync(ByKey, Person("Учителева", "1980-02-29", second, position));
        var another = await neighbour.PutAsync(ByKey, Person("Учителева", null, second, position));
        var again = await school.PutAsync(ByKey, Person("Чужакова", null, first, position));

        taken.Status.ShouldBe(HttpStatusCode.Created);
        meant.Status.ShouldBe(HttpStatusCode.Created, meant.Text);
        meant.Id.ShouldNotBe(taken.Id);
        another.Status.ShouldBe(HttpStatusCode.OK, another.Text);
        another.Id.ShouldBe(meant.Id);
        again.Id.ShouldBe(taken.Id);
        ((string?)again["lastName"]).ShouldBe("Чужакова");
    }

    [Fact]
    public async Task A_file_of_a_school_takes_no_key_of_the_centre_either()
    {
        var world = await World.SharedAsync();
        using var school = await OperatorAsync(world, await world.OrganisationAsync());

        await Imports.RunAsync(school, Imports.StaffList(1));
        var meant = await world.Api.PutAsync("/employees/by-key/test/00001", Person("Учителева", "1980-02-29"));

        meant.Status.ShouldBe(HttpStatusCode.Created, meant.Text);
    }

    [Fact]
    public async Task A_key_that_meets_another_name_and_another_birth_date_is_refused()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync();
        (await world.Api.PutAsync("/employees/by-key/test/00001", Person("Учителева", "1980-02-29"))).Expect(
            HttpStatusCode.Created
        );

        var stranger = await world.Api.PutAsync("/employees/by-key/test/00001", Person("Другова", "1981-03-01"));
        var married = await world.Api.PutAsync("/employees/by-key/test/00001", Person("Замужняя", "1980-02-29"));
        var corrected = await world.Api.PutAsync("/employees/by-key/test/00001", Person("Замужняя", "1980-02-28"));
        var operation = await Imports.RunAsync(world.Api, Imports.StaffList(1));

        stranger.Status.ShouldBe(HttpStatusCode.Conflict);
        stranger.ErrorCode.ShouldBe("employee.key-of-somebody-else");
        married.Status.ShouldBe(HttpStatusCode.OK, married.Text);
        corrected.Status.ShouldBe(HttpStatusCode.OK, corrected.Text);
        (await Imports.FindingsAsync(world.Api, operation))
            .Select(finding => $"{finding["column"]} {finding["code"]}")
            .ShouldContain("key employee.key-of-somebody-else");
    }

    [Fact]
    public async Task A_row_about_a_person_is_refused_the_same_way()
    {
        var world = await World.SharedAsync();
        await world.OrganisationAsync();
        (await world.Api.PutAsync("/employees/by-key/test/00001", Person("Учителева", "1980-02-29"))).Expect(
            HttpStatusCode.Created
        );
        const string Header =
            "Ключ работника;Фамилия;Имя;Дата рождения;Организация;Где обучался;Программа;Вид программы;Часы;Окончание обучения";

        var operation = await Imports.RunAsync(
            world.Api,
            $"{Header}\r\n00001;Другова;Анна;01.03.1981;school-1;АППО;Оценка;ПК;36;26.02.2026",
            "dryRun",
            "training-records"
        );

        (await Imports.FindingsAsync(world.Api, operation))
            .Select(finding => $"{finding["column"]} {finding["code"]}")
            .ShouldContain("employeeKey employee.key-of-somebody-else");
    }

    private static object Person(
        string lastName,
        string? birthDate,
        Guid? organisationId = null,
        Guid? positionId = null
    ) =>
        new
        {
            lastName,
            firstName = "Анна",
            birthDate,
            employment = organisationId is null
                ? null
                : new
                {
                    organisationId,
                    positionId,
                    from = "2020-09-01",
                },
        };

    private static async Task<ApiClient> OperatorAsync(World world, Guid school)
    {
        var (_, key) = await world.ProgramAsync(TestAccounts.Role("schoolOperator", school));
        return world.Service.Client(key, world.Centre);
    }
}
