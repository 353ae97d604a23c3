using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

internal sealed class TeamMaker : Maker
{
    public TeamMaker() =>
        Address(
            "/courses/{courseId}/teams/{id}",
            async made =>
            {
                var teams = $"/courses/{await made.NewIdAsync("/courses/{id}")}/teams";
                var school = await made.NewIdAsync("/organisations/{id}");
                var position = await made.NewIdAsync("/positions/{id}");
                var body = new
                {
                    name = "Команда гимназии",
                    organisationId = school,
                    employeeIds = new[]
                    {
                        await made.World.EmployeeAsync(school, position),
                        await made.World.EmployeeAsync(school, position),
                    },
                };
                return $"{teams}/{await made.PostAsync(teams, body)}";
            }
        );
}
