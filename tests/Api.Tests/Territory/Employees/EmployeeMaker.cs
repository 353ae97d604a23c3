using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Employees;

internal sealed class EmployeeMaker : Maker
{
    public EmployeeMaker()
    {
        Object("/employees/{id}", NewAsync);
        Address("/employees/{id}/employments/{employmentId}", EmploymentAsync);
        Address("/employees/{id}/absences/{absenceId}", AbsenceAsync);
        Address(
            "/employees/by-key/{source}/{key}",
            async made =>
            {
                var address = $"/employees/by-key/maker/{made.Code("key")}";
                var body = new { lastName = "Ключева", firstName = "Анна" };
                (await made.Api.PutAsync(address, body)).Expect(HttpStatusCode.Created);
                return address;
            }
        );
        Member("teacherId", made => made.IdAsync("/employees/{id}"));
        Member("curatorId", made => made.IdAsync("/employees/{id}"));
        Member("coordinatorId", made => made.IdAsync("/employees/{id}"));
    }

    private static async Task<Guid> NewAsync(Makings made) =>
        await made.World.EmployeeAsync(await made.SchoolAsync(), await made.World.PositionAsync());

    private static async Task<string> EmploymentAsync(Makings made)
    {
        var id = await NewAsync(made);
        var card = (await made.Api.GetAsync($"/employees/{id}")).Expect(HttpStatusCode.OK);
        return $"/employees/{id}/employments/{card["employments.0.id"]}";
    }

    private static async Task<string> AbsenceAsync(Makings made)
    {
        var id = await NewAsync(made);
        var body = new { kind = "longIllness", from = "2026-02-02" };
        (await made.Api.PostAsync($"/employees/{id}/absences", body, ("If-Match", "\"1\""))).Expect(HttpStatusCode.OK);
        var data = await made.Api.GetAsync($"/employees/{id}/personal-data?purpose=проверка+адреса");
        return $"/employees/{id}/absences/{data.Expect(HttpStatusCode.OK)["absences.0.id"]}";
    }
}
