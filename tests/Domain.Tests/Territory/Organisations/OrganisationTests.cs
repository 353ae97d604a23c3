using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Tests.Territory.Organisations;

public sealed class OrganisationTests
{
    [Fact]
    public void It_is_found_by_every_name_it_has_or_had()
    {
        var organisation = Organisation
            .Register(Card("Березовская СОШ") with { Aliases = ["Берёзовская школа"], Number = "7" })
            .Value;

        organisation.UpdateCard(Card("Лицей № 7") with { Aliases = ["Берёзовская школа"], Number = "7" });

        organisation.NameKey.ShouldBe("ЛИЦЕЙ № 7");
        organisation
            .SearchKey.Split('|')
            .ShouldBe(["ЛИЦЕЙ № 7", "S-1", "7", "БЕРЕЗОВСКАЯ ШКОЛА", "БЕРЕЗОВСКАЯ СОШ"], ignoreOrder: true);
        organisation
            .OtherNames.Single(name => name.Kind == OrganisationNameKind.Former)
            .Name.ShouldBe("Березовская СОШ");
    }

    [Fact]
    public void Another_spelling_of_the_same_name_is_not_a_renaming()
    {
        var organisation = Organisation.Register(Card("Березовская СОШ")).Value;

        organisation.UpdateCard(Card("Берёзовская СОШ"));

        organisation.OtherNames.ShouldBeEmpty();
    }

    [Fact]
    public void An_alias_that_is_no_longer_given_is_gone_and_former_names_stay()
    {
        var organisation = Organisation.Register(Card("А") with { Aliases = ["Б", "В"] }).Value;

        organisation.UpdateCard(Card("Г") with { Aliases = ["В"] });

        organisation.OtherNames.Select(name => name.Name).ShouldBe(["В", "А"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(OrganisationKind.SecondarySchool, InstitutionGroup.School)]
    [InlineData(OrganisationKind.Gymnasium, InstitutionGroup.School)]
    [InlineData(OrganisationKind.BoardingSchool, InstitutionGroup.School)]
    [InlineData(OrganisationKind.Kindergarten, InstitutionGroup.Preschool)]
    [InlineData(OrganisationKind.AdditionalEducation, InstitutionGroup.AdditionalEducation)]
    [InlineData(OrganisationKind.MethodicalCentre, InstitutionGroup.Other)]
    public void The_kind_decides_the_column_of_summary_tables(OrganisationKind kind, InstitutionGroup group) =>
        Organisation.Register(Card("А") with { Kind = kind }).Value.Group.ShouldBe(group);

    [Fact]
    public void A_status_changes_forward_in_time_only()
    {
        var organisation = Organisation.Register(Card("А")).Value;

        organisation
            .ChangeStatus(OrganisationStatus.Active, new DateOnly(2020, 1, 1))
            .Error!.Code.ShouldBe("organisation.same-status");
        organisation.ChangeStatus(OrganisationStatus.Closed, new DateOnly(2020, 1, 1)).Refused.ShouldBeFalse();
        var back = organisation.ChangeStatus(OrganisationStatus.Active, new DateOnly(2019, 12, 31));

        back.Error!.Code.ShouldBe("organisation.status-back-in-time");
        back.Error.Params["since"].ShouldBe(new DateOnly(2020, 1, 1));
    }

    [Theory]
    [InlineData(OrganisationOwnership.Private, OrganisationSubordination.District, true)]
    [InlineData(OrganisationOwnership.Private, null, false)]
    [InlineData(OrganisationOwnership.Regional, OrganisationSubordination.District, false)]
    [InlineData(null, OrganisationSubordination.Federal, false)]
    public void A_private_organisation_is_subordinate_to_nobody(
        OrganisationOwnership? ownership,
        OrganisationSubordination? subordination,
        bool refused
    )
    {
        var card = Card("А") with { Ownership = ownership, Subordination = subordination };

        var code = refused ? "organisation.private-is-not-subordinate" : null;
        (Organisation.Register(card).Error?.Code).ShouldBe(code);
        var known = Organisation.Register(Card("Б")).Value;
        (known.UpdateCard(card).Error?.Code).ShouldBe(code);
        known.ShortName.ShouldBe(refused ? "Б" : "А");
    }

    private static OrganisationCard Card(string name) => new("s-1", name, name, OrganisationKind.SecondarySchool);

    [Theory]
    [InlineData(OrganisationStatus.Active, "2026-01-01", null)]
    [InlineData(OrganisationStatus.Closed, "2026-09-02", null)]
    [InlineData(OrganisationStatus.Closed, "2026-09-01", "organisation.closed")]
    [InlineData(OrganisationStatus.Closed, null, "organisation.closed")]
    public void Nobody_begins_at_an_organisation_that_is_closed_on_the_day(
        OrganisationStatus status,
        string? since,
        string? code
    )
    {
        var standing = new OrganisationStanding("Школа № 7", status, since is null ? null : DateOnly.Parse(since));

        var refused = standing.RefuseOn(new DateOnly(2026, 9, 1), "/organisationId");

        (refused?.Code).ShouldBe(code);
        (refused?.Pointer).ShouldBe(code is null ? null : "/organisationId");
    }
}
