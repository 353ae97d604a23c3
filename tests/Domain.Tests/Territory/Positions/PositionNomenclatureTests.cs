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

        var missing = PositionNomenclature.Adopt([own], Today).Missing;
        var again = PositionNomenclature.Adopt([own, .. missing], Today);

        missing.Count.ShouldBe(58);
        missing.ShouldNotContain(position => position.Code == "teacher");
        own.NomenclaturePoint.ShouldBe("I.2");
        again.Missing.ShouldBeEmpty();
        again.Differing.ShouldBeEmpty();
    }

    [Fact]
    public void A_post_that_the_centre_has_renamed_since_keeps_its_place()
    {
        var all = PositionNomenclature.CreateAll(Today).ToList();
        all.Single(position => position.Code == "methodist").UpdateCard("методист центра", PositionCategory.Teaching);

        var adoption = PositionNomenclature.Adopt(all, Today);

        (adoption.Missing.Count, adoption.Differing.Count).ShouldBe((0, 0));
    }

    /// <summary>Another name under the code, or another section under the name: told, neither marked nor added beside it.</summary>
    [Fact]
    public void What_only_looks_like_a_post_of_the_nomenclature_is_told_and_left_as_it_is()
    {
        var chief = Position.Register("chief", "начальник отдела", PositionCategory.Managing);
        var librarian = Position.Register("bib", "Педагог-библиотекарь", PositionCategory.Other);
        var same = Position.Register("CHIEF", "главный", PositionCategory.Other);

        var adoption = PositionNomenclature.Adopt([chief, librarian, same], Today);

        adoption
            .Differing.Select(one => (one.Position.Code, one.Entry.Name))
            .ShouldBe([("bib", "педагог-библиотекарь"), ("chief", "начальник")], ignoreOrder: true);
        (chief.NomenclaturePoint, librarian.NomenclaturePoint, same.NomenclaturePoint).ShouldBe((null, null, null));
        adoption.Missing.ShouldNotContain(position => position.Code == "chief");
    }

    /// <summary>A post of that name stands beside another that has only its code.</summary>
    [Fact]
    public void The_name_goes_before_the_code()
    {
        var (own, real) = (
            Position.Register("chief", "начальник отдела", PositionCategory.Managing),
            Position.Register("boss", "Начальник", PositionCategory.Managing)
        );

        PositionNomenclature.Adopt([own, real], Today).Differing.ShouldBeEmpty();

        (own.NomenclaturePoint, real.NomenclaturePoint).ShouldBe((null, "II.1"));
    }

    [Theory]
    [InlineData("2022-02-20", "position.before-nomenclature")]
    [InlineData("2022-02-21", null)]
    public void It_is_not_told_of_days_before_its_act(string day, string? code) =>
        (PositionNomenclature.CheckDay(DateOnly.Parse(day)).Error?.Code).ShouldBe(code);
}
