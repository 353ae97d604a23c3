using MethodCenter.Domain.Territory.Positions;

namespace MethodCenter.Domain.Tests.Territory.Positions;

/// <summary>The state nomenclature of posts (постановление от 21.02.2022 № 225).</summary>
public sealed class PositionNomenclatureTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("I.1", 11)]
    [InlineData("I.1, I.2", 1)]
    [InlineData("I.2", 28)]
    [InlineData("II.1", 5)]
    [InlineData("II.2", 14)]
    public void It_is_whole(string point, int positions) =>
        PositionNomenclature.Entries.Count(entry => entry.Point == point).ShouldBe(positions);

    [Theory]
    [InlineData("мастер производственного обучения", "I.2", PositionCategory.Teaching)]
    [InlineData("педагог-библиотекарь", "I.2", PositionCategory.Teaching)]
    [InlineData("старший вожатый", "I.2", PositionCategory.Teaching)]
    [InlineData("тренер-преподаватель", "I.2", PositionCategory.Teaching)]
    [InlineData("заведующий кафедрой", "I.1", PositionCategory.Teaching)]
    [InlineData("начальник", "II.1", PositionCategory.Managing)]
    [InlineData("старший мастер", "II.2", PositionCategory.Managing)]
    public void Each_post_has_its_point_and_section(string name, string point, PositionCategory category)
    {
        var entry = PositionNomenclature.Entries.Single(entry => entry.Name == name);

        (entry.Point, entry.Category).ShouldBe((point, category));
    }

    [Fact]
    public void No_code_and_no_name_stands_twice()
    {
        var entries = PositionNomenclature.Entries;
        entries.Select(entry => entry.Code).ShouldBeUnique();
        entries.Select(entry => SearchText.Normalize(entry.Name)).ShouldBeUnique();
        entries.ShouldAllBe(entry =>
            entry.Code.Length <= Position.CodeMaxLength && entry.Name.Length <= Position.NameMaxLength
        );
    }

    [Theory]
    [InlineData("2024-08-31", "преподаватель-организатор основ безопасности жизнедеятельности")]
    [InlineData("2024-09-01", "преподаватель-организатор основ безопасности и защиты Родины")]
    public void A_post_is_called_as_on_the_day(string day, string name) =>
        PositionNomenclature
            .CreateAll(DateOnly.Parse(day))
            .Single(position => position.Code == "safety-teacher")
            .Name.ShouldBe(name);

    [Fact]
    public void A_vocabulary_gets_what_it_lacks_and_keeps_what_it_has()
    {
        var own = Position.Register("uchitel", "Учитель", PositionCategory.Teaching);
        var renamed = Position.Register("methodist", "методист центра", PositionCategory.Teaching);

        var missing = PositionNomenclature.Adopt([own, renamed], Today);
        var again = PositionNomenclature.Adopt([own, renamed, .. missing], Today);

        missing.Count.ShouldBe(57);
        missing.ShouldNotContain(position => position.Code == "teacher" || position.Code == "methodist");
        (own.NomenclaturePoint, renamed.NomenclaturePoint, renamed.Name).ShouldBe(("I.2", "I.2", "методист центра"));
        again.ShouldBeEmpty();
    }
}
