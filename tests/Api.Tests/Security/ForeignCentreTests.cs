using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Security;

/// <summary>What belongs to another centre is not there: for every operation that reads one object.</summary>
public sealed class ForeignCentreTests
{
    /// <summary>The course is there, and its documents are not issued yet.</summary>
    private const string LedgerOfNothing = "GetIssueLedger";

    [Fact]
    public async Task Objects_of_another_centre_are_not_found()
    {
        var service = await TestService.SharedAsync();
        var (other, own) = (await World.CreateAsync(service, "other"), await World.CreateAsync(service, "own"));
        var made = new Makings(other);
        var (_, key) = await own.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var stranger = service.Client(key);
        var operations = await Operation.AllAsync(service);
        foreach (var operation in operations.Where(IsOfOneCentre))
        {
            var address = await made.OperationAsync(operation.Path);
            address.ShouldNotBeNull($"{operation}: let a Maker beside the tests of its area make an object.");
            var path = operation.Takes("purpose") ? address + "?purpose=проверка+границ" : address;
            var expected = operation.Id == LedgerOfNothing ? HttpStatusCode.Conflict : HttpStatusCode.OK;
            (await other.Api.GetAsync(path)).Status.ShouldBe(expected, $"{operation}: {path}");
            var answer = await stranger.GetAsync(path);
            if (operation.Path.Contains("{dataset}"))
            {
                // A file of one's own: nothing of the other centre stands in it.
                answer.Status.ShouldBe(HttpStatusCode.OK, $"{operation}: {path}");
                answer.Text.ShouldNotContain("school-m", customMessage: $"{operation}: {path}");
                continue;
            }

            answer.Status.ShouldBe(HttpStatusCode.NotFound, $"{operation}: {path}");
        }
    }

    [Fact]
    public async Task A_foreign_centre_and_one_that_is_not_there_are_told_apart_by_nothing()
    {
        var service = await TestService.SharedAsync();
        var other = await World.CreateAsync(service, "other");
        var own = await World.CreateAsync(service, "own");
        var (_, key) = await own.ProgramAsync(TestAccounts.Role("centreAdministrator"));
        using var foreign = service.Client(key, other.Centre);
        using var unknown = service.Client(key, "nowhere");
        var answer = await foreign.GetAsync("/employees");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.ErrorCode.ShouldBe("security.centre-unknown");
        var same = await unknown.GetAsync("/employees");
        same.Status.ShouldBe(answer.Status);
        same.ErrorCode.ShouldBe(answer.ErrorCode);
    }

    [Fact]
    public async Task Two_centres_in_one_request_are_refused()
    {
        var service = await TestService.SharedAsync();
        var world = await World.CreateAsync(service, "own");
        var other = await World.CreateAsync(service, "other");
        var answer = await world.Api.GetAsync("/employees", ("X-Centre", other.Centre));
        answer.ErrorCode.ShouldBe("security.centre-unknown");
    }

    /// <summary>Reads one object; what is public belongs to whoever holds the paper, whatever his centre.</summary>
    private static bool IsOfOneCentre(Operation one) =>
        one.Method == HttpMethod.Get && one.Path.Contains('{') && !one.Path.Contains("/public/");
}
