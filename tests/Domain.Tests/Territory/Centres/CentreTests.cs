using MethodCenter.Domain.Territory.Centres;

namespace MethodCenter.Domain.Tests.Territory.Centres;

public sealed class CentreTests
{
    private static readonly CentreCard Card = new("ИМЦ", "Центр", "Кемерово", "Asia/Novokuznetsk", null);

    [Fact]
    public void It_is_a_sandbox_only_where_that_was_said_at_its_registration()
    {
        Centre.Register("imc", Card).Value.Sandbox.ShouldBeFalse();
        Centre.Register("imc", Card, sandbox: true).Value.Sandbox.ShouldBeTrue();
    }

    [Fact]
    public void Its_days_begin_in_a_zone_that_exists()
    {
        var nowhere = Card with { TimeZone = "Asia/Nowhere" };
        var centre = Centre.Register("imc", Card).Value;

        Centre.Register("imc", nowhere).Error!.Code.ShouldBe("centre.unknown-time-zone");
        centre.UpdateCard(nowhere).Error!.Pointer.ShouldBe("/timeZone");
        centre.TimeZone.ShouldBe("Asia/Novokuznetsk");
    }

    [Theory]
    [InlineData("2015-03-02", null)]
    [InlineData("2015-03-01", "centre.licence-term")]
    public void A_licence_ends_not_before_its_issue(string last, string? code)
    {
        var licence = new CentreLicence("1234", new DateOnly(2015, 3, 2), null, DateOnly.Parse(last));

        (Centre.Register("imc", Card with { Licence = licence }).Error?.Code).ShouldBe(code);
    }

    [Fact]
    public void Two_former_names_do_not_end_on_one_day()
    {
        var day = new DateOnly(2015, 8, 31);
        var card = Card with { FormerNames = [new("Методкабинет", null, day, null), new("НМЦ", null, day, null)] };

        var error = Centre.Register("imc", card).Error!;

        (error.Code, error.Pointer, error.Params["until"]).ShouldBe(("centre.two-names", "/formerNames", day));
    }

    [Theory]
    [InlineData("2005-01-01", "Методический кабинет")]
    [InlineData("2010-06-30", "Методический кабинет")]
    [InlineData("2010-07-01", "Научно-методический центр")]
    [InlineData("2015-08-31", "Научно-методический центр")]
    [InlineData("2015-09-01", "Центр")]
    public void On_each_day_it_is_called_as_it_was_called_then(string day, string name)
    {
        var card = Card with
        {
            FormerNames =
            [
                new("Научно-методический центр", "НМЦ", new DateOnly(2015, 8, 31), "приказ № 1"),
                new("Методический кабинет", null, new DateOnly(2010, 6, 30), null),
            ],
        };

        Centre.Register("imc", card).Value.NameOn(DateOnly.Parse(day)).ShouldBe(name);
    }

    [Theory]
    [InlineData("2015-03-01", false)]
    [InlineData("2015-03-02", true)]
    [InlineData("2020-03-02", true)]
    [InlineData("2020-03-03", false)]
    public void A_licence_has_its_term(string day, bool valid) =>
        new CentreLicence("1234", new DateOnly(2015, 3, 2), null, new DateOnly(2020, 3, 2))
            .IsValidOn(DateOnly.Parse(day))
            .ShouldBe(valid);

    [Theory]
    [InlineData("Мария", "Петровна", "М. П. Образцова")]
    [InlineData("мария", null, "М. Образцова")]
    public void Beside_a_signature_stand_initials(string first, string? patronymic, string text) =>
        new CentreOfficial("директор", "Образцова", first, patronymic).Initials().ShouldBe(text);
}
