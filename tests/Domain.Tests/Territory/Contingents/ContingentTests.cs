using MethodCenter.Domain.Territory.Contingents;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Domain.Tests.Territory.Contingents;

public sealed class ContingentTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly ContingentEntry Entry = new(
        Guid.NewGuid(),
        AcademicYear.Starting(2026),
        5,
        new PupilCount(78, 3, Today)
    );

    [Fact]
    public void It_keeps_what_was_counted()
    {
        var contingent = Contingent.Record(Entry, InstitutionGroup.School, Today).Value;

        (contingent.Grade, contingent.Pupils, contingent.Classes, contingent.CountedOn).ShouldBe((5, 78, 3, Today));
    }

    [Theory]
    [InlineData(InstitutionGroup.School, null)]
    [InlineData(InstitutionGroup.Preschool, "contingent.no-grades")]
    [InlineData(InstitutionGroup.AdditionalEducation, "contingent.no-grades")]
    [InlineData(InstitutionGroup.Other, "contingent.no-grades")]
    public void Only_schools_have_grades(InstitutionGroup group, string? code) =>
        (Contingent.Record(Entry, group, Today).Error?.Code).ShouldBe(code);

    [Theory]
    [InlineData(2027, null)]
    [InlineData(2028, "contingent.year-ahead")]
    public void The_next_year_is_the_last(int start, string? code)
    {
        var entry = Entry with { AcademicYear = AcademicYear.Starting(start) };

        var refused = Contingent.Record(entry, InstitutionGroup.School, Today).Error;

        (refused?.Code).ShouldBe(code);
        (refused?.Params["last"]).ShouldBe(code is null ? null : "2027-2028");
    }

    [Theory]
    [InlineData(3, 3, null)]
    [InlineData(3, 4, "contingent.more-classes-than-pupils")]
    [InlineData(1, 0, "contingent.pupils-without-class")]
    [InlineData(0, 0, null)]
    [InlineData(5, null, null)]
    public void Classes_fit_the_pupils(int pupils, int? classes, string? code)
    {
        var contingent = Contingent.Record(Entry, InstitutionGroup.School, Today).Value;

        (contingent.Count(new PupilCount(pupils, classes, null), Today).Error?.Code).ShouldBe(code);
        contingent.Pupils.ShouldBe(code is null ? pupils : 78);
    }

    [Fact]
    public void Nobody_counts_on_a_day_to_come()
    {
        var entry = Entry with { Count = new PupilCount(78, 3, Today.AddDays(1)) };

        (Contingent.Record(entry, InstitutionGroup.School, Today).Error?.Code).ShouldBe("contingent.counted-ahead");
    }

    [Theory]
    [InlineData(OrganisationKind.PrimarySchool, 4, false)]
    [InlineData(OrganisationKind.PrimarySchool, 5, true)]
    [InlineData(OrganisationKind.BasicSchool, 9, false)]
    [InlineData(OrganisationKind.BasicSchool, 10, true)]
    [InlineData(OrganisationKind.SecondarySchool, 12, false)]
    public void A_grade_above_the_level_of_the_school_is_doubted(OrganisationKind kind, int grade, bool doubted)
    {
        var contingent = Contingent.Record(Entry with { Grade = grade }, InstitutionGroup.School, Today).Value;

        (contingent.Doubt(kind)?.Code).ShouldBe(doubted ? "contingent.grade-above-level" : null);

        // What was entered by mistake is taken back with 0.
        contingent.Count(new PupilCount(0, null, null), Today);
        contingent.Doubt(kind).ShouldBeNull();
    }
}
