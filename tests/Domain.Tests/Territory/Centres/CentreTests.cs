using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Domain.Tests.Territory.Centres;

public sealed class CentreTests
{
    private static readonly CentreCard Card = new("ИМЦ", "Центр", "Кемерово", "Asia/Novokuznetsk", null);

    [Fact]
    public void Its_days_begin_in_a_zone_that_exists()
    {
        var nowhere = Card with { TimeZone = "Asia/Nowhere" };
        var centre = Centre.Register("imc", Card).Value;

        Centre.Register("imc", nowhere).Error!.Code.ShouldBe("centre.unknown-time-zone");
        centre.UpdateCard(nowhere).Error!.Pointer.ShouldBe("/timeZone");
        centre.TimeZone.ShouldBe("Asia/Novokuznetsk");
    }
}
