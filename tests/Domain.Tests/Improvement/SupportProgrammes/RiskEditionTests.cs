using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Domain.Tests.Improvement.SupportProgrammes;

public sealed class RiskEditionTests
{
    [Fact]
    public void A_new_centre_gets_both_editions_with_ten_numbered_factors_each()
    {
        var editions = RiskEditionCatalogue.ForNewCentre();

        editions
            .Select(edition => (edition.Code, edition.Confidence))
            .ShouldBe([("2021", NormConfidence.Assumed), ("2022", NormConfidence.Seen)]);
        foreach (var edition in editions)
        {
            edition.Factors.Select(factor => factor.Number).ShouldBe(Enumerable.Range(1, 10));
            edition.Source.Length.ShouldBeLessThanOrEqualTo(RiskEdition.SourceMaxLength);
            edition.Factors.ShouldAllBe(factor => ((IPart)factor).RootId == edition.Id);
        }
    }

    [Fact]
    public void Two_centres_do_not_share_objects()
    {
        RiskEditionCatalogue.ForNewCentre()[0].Id.ShouldNotBe(RiskEditionCatalogue.ForNewCentre()[0].Id);
    }

    [Fact]
    public void The_editions_differ_in_factors_4_5_and_9_alone()
    {
        var (old, current) = (Support.Edition2021(), Support.Edition2022());

        current
            .Factors.Where(factor => old.Match(new RiskFactorReference(factor.Name)) is null)
            .Select(factor => factor.Number)
            .ShouldBe([4, 5, 9]);
        old.Factors.Where(factor => current.Match(new RiskFactorReference(factor.Name)) is null)
            .Select(factor => factor.Name)
            .ShouldBe([
                "Низкая учебная мотивация обучающихся",
                "Пониженный уровень школьного благополучия",
                "Низкий уровень дисциплины в классе",
            ]);
    }

    [Fact]
    public void Every_line_of_the_published_profile_is_matched_in_the_edition_of_2022()
    {
        var edition = Support.Edition2022();

        Support
            .Kemerovo.Select(line => edition.Match(new RiskFactorReference(line.Name))?.Number)
            .ShouldBe(Enumerable.Range(1, 10).Select(number => (int?)number));
    }

    [Theory]
    [InlineData("Низкий уровень вовлечённости родителей", null, 10)]
    [InlineData("низкий  уровень ВОВЛЕЧЕННОСТИ родителей ", null, 10)]
    [InlineData("Низкий уровень вовлеченности родителей", 8, 10)]
    [InlineData("Высокая доля обучающихся с ОВЗ", 99, 7)]
    [InlineData(null, 7, 7)]
    [InlineData("  ", 1, 1)]
    [InlineData("Низкий уровень вовлеченности", 10, null)]
    [InlineData(null, 11, null)]
    [InlineData(null, 0, null)]
    [InlineData(null, null, null)]
    [InlineData("", null, null)]
    public void A_factor_is_matched_by_name_and_only_without_one_by_number(string? name, int? number, int? expected)
    {
        var matched = Support.Edition2022().Match(new RiskFactorReference(name, number))?.Number;

        matched.ShouldBe(expected);
    }

    [Fact]
    public void A_revision_renames_in_place_adds_and_drops_factors()
    {
        var edition = Edition("Первый", "Второй", "Третий");
        var first = edition.Factors[0].Id;

        edition.Revise(Terms("Первый исправленный", "Второй")).Refused.ShouldBeFalse();
        edition
            .Factors.Select(factor => (factor.Number, factor.Name, factor.NameKey))
            .ShouldBe([(1, "Первый исправленный", "ПЕРВЫЙ ИСПРАВЛЕННЫЙ"), (2, "Второй", "ВТОРОЙ")]);
        edition.Factors[0].Id.ShouldBe(first);

        edition.Revise(Terms("А", "Б", "В", "Г")).Refused.ShouldBeFalse();
        edition
            .Factors.Select(factor => (factor.Number, factor.Name))
            .ShouldBe([(1, "А"), (2, "Б"), (3, "В"), (4, "Г")]);
    }

    [Fact]
    public void A_revision_takes_over_source_and_confidence()
    {
        var edition = Edition("А");

        edition.Revise(new RiskEditionTerms(new DateOnly(2023, 1, 1), "Текст получен", NormConfidence.Seen, ["А"]));

        (edition.Source, edition.Confidence, edition.ValidFrom).ShouldBe(
            ("Текст получен", NormConfidence.Seen, new DateOnly(2023, 1, 1))
        );
    }

    [Fact]
    public void An_edition_without_factors_is_refused()
    {
        RiskEdition
            .Register("2023", Terms())
            .ShouldRefuse("support-programme.edition-without-factors", ErrorKind.Unprocessable, "/factors");
    }

    [Fact]
    public void Two_factors_that_differ_only_in_spelling_are_refused_and_nothing_changes()
    {
        var edition = Edition("А");

        edition
            .Revise(Terms("Приём", "Б", "ПРИЕМ"))
            .ShouldRefuse(
                "support-programme.factor-name-repeated",
                ErrorKind.Unprocessable,
                "/factors/2",
                ("factor", "ПРИЕМ")
            )
            .Rule!.Code.ShouldBe("RISK-4");
        edition.Factors.Select(factor => factor.Name).ShouldBe(["А"]);
    }

    [Fact]
    public void All_repeated_names_are_reported_together()
    {
        var error = RiskEdition
            .Register("2023", Terms("А", "а", "Б", "А"))
            .ShouldRefuse("support-programme.edition-refused", ErrorKind.Unprocessable, null, ("count", 2));

        error.Fields.Select(field => field.Pointer).ShouldBe(["/factors/1", "/factors/3"]);
        error.Fields.ShouldAllBe(field => field.Code == "support-programme.factor-name-repeated");
    }

    private static RiskEdition Edition(params string[] names) => RiskEdition.Register("2023", Terms(names)).Value;

    private static RiskEditionTerms Terms(params string[] names) =>
        new(new DateOnly(2022, 1, 1), "Письмо", NormConfidence.Assumed, names);
}
