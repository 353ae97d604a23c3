namespace MethodCenter.Api.Tests.Makers;

/// <summary>What the makers say is there, is there: twice, for whoever changes one needs another.</summary>
public sealed class MakerTests
{
    public static TheoryData<string> Patterns => [.. Maker.All.SelectMany(maker => maker.Addresses.Keys)];

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task A_maker_makes_one_object_after_the_other_but_for_what_is_there_once(string pattern)
    {
        var made = new Makings(await World.SharedAsync());

        var addresses = new[] { await made.NewAsync(pattern), await made.NewAsync(pattern) };

        foreach (var address in addresses)
        {
            var purpose = address.Contains("/exports/", StringComparison.Ordinal) ? "?purpose=проверка+адреса" : "";
            var answer = await made.Api.GetAsync(address + purpose);

            // A part is not read by itself: then the address is none, which is not to say that the part is not there.
            var readable =
                answer.Status != HttpStatusCode.MethodNotAllowed && answer.ErrorCode != "request.no-such-address";
            (answer.Status == HttpStatusCode.OK || !readable).ShouldBeTrue($"{address}: {answer}");
        }

        var one = Maker.All.Any(maker => maker.Singles.Contains(pattern));
        (addresses[0] == addresses[1]).ShouldBe(one, one ? "declare it no longer: there are two" : addresses[0]);
    }
}
