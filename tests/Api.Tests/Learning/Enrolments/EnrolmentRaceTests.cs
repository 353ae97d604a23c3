using MethodCenter.Infrastructure;

namespace MethodCenter.Api.Tests.Learning.Enrolments;

/// <summary>Many requests at once for few seats.</summary>
public sealed class EnrolmentRaceTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task Two_thousand_enrolments_at_once_fill_25_seats_and_the_rest_wait_in_order(
        DatabaseProvider provider
    )
    {
        var service = await TestService.SharedAsync(provider);
        var world = await World.CreateAsync(service);
        var (school, teacher) = (await world.OrganisationAsync(), await world.PositionAsync());
        var course = await world.OpenCourseAsync(await world.ProgrammeAsync(), capacity: 25);
        var people = new List<Guid>();
        for (var person = 0; person < 2000; person++)
        {
            people.Add(await world.EmployeeAsync(school, teacher));
        }

        var answers = await Task.WhenAll(
            people.Select(person =>
                world.Api.PostAsync($"/courses/{course.Id}/enrolments", new { employeeId = person })
            )
        );

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Created);
        answers.Count(answer => (string?)answer["state"] == "enrolled").ShouldBe(25);
        answers.Count(answer => (string?)answer["state"] == "waiting").ShouldBe(1975);
        answers.Select(answer => (int)answer["arrival"]!).Order().ShouldBe(Enumerable.Range(1, 2000));
        answers
            .Where(answer => (string?)answer["state"] == "enrolled")
            .ShouldAllBe(answer => (int)answer["arrival"]! <= 25);
        var after = await world.Api.GetAsync($"/courses/{course.Id}");
        ((int)after["seatsTaken"]!).ShouldBe(25);
        ((int)after["waiting"]!).ShouldBe(1975);
    }
}
