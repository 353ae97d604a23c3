using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Territory.Organisations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Reports;

/// <summary>Reports count persons, not decisions (ATT-26).</summary>
public sealed class AttestedPersonTests
{
    [Fact]
    public void One_person_with_four_decisions_counts_once()
    {
        var person = AttestedPerson
            .Of([
                Of(AttestationKind.Conformity, "10.09.2024"),
                Of(AttestationKind.Highest, "20.11.2024", group: InstitutionGroup.Preschool),
                Of(AttestationKind.First, "10.10.2024"),
                Of(AttestationKind.Methodist, "15.03.2025"),
            ])
            .ShouldHaveSingleItem();

        (person.Bucket, person.Group).ShouldBe((QualificationBucket.Highest, InstitutionGroup.Preschool));
        person.Marks.ShouldBe([new(AttestationKind.Methodist, InstitutionGroup.School)]);
    }

    [Fact]
    public void The_best_that_was_granted_is_the_bucket()
    {
        Bucket(Of(AttestationKind.First, "10.10.2024"), Of(AttestationKind.Conformity, "10.11.2024"))
            .ShouldBe(QualificationBucket.First);
        Bucket(
                Of(AttestationKind.Highest, "10.10.2024", AttestationOutcome.Refused),
                Of(AttestationKind.Conformity, "10.11.2024")
            )
            .ShouldBe(QualificationBucket.Conformity);
        Bucket(Of(AttestationKind.First, "10.10.2024", AttestationOutcome.Refused)).ShouldBe(QualificationBucket.None);
    }

    [Fact]
    public void A_mark_alone_makes_no_bucket_and_a_refused_one_is_none()
    {
        var mentor = AttestedPerson.Of([Of(AttestationKind.Mentor, "10.10.2024")]).Single();
        var refused = AttestedPerson
            .Of([Of(AttestationKind.Mentor, "10.10.2024", AttestationOutcome.Refused)])
            .Single();

        mentor.Bucket.ShouldBe(QualificationBucket.None);
        mentor.Marks.Keys.ShouldBe([AttestationKind.Mentor]);
        refused.Marks.ShouldBeEmpty();
    }

    [Fact]
    public void Of_equal_decisions_the_last_says_where()
    {
        var person = AttestedPerson
            .Of([
                Of(AttestationKind.First, "10.10.2024"),
                Of(AttestationKind.First, "10.02.2025", group: InstitutionGroup.AdditionalEducation),
                Of(AttestationKind.First, "10.12.2024", group: InstitutionGroup.Preschool),
            ])
            .Single();

        person.Group.ShouldBe(InstitutionGroup.AdditionalEducation);
    }

    [Fact]
    public void Persons_are_kept_apart() =>
        AttestedPerson
            .Of([
                Of(AttestationKind.First, "10.10.2024"),
                Of(AttestationKind.Highest, "10.10.2024") with
                {
                    EmployeeId = OtherSchool,
                },
            ])
            .Select(person => person.Bucket)
            .ShouldBe([QualificationBucket.First, QualificationBucket.Highest]);

    private static QualificationBucket Bucket(params CountedDecision[] decisions) =>
        AttestedPerson.Of(decisions).ShouldHaveSingleItem().Bucket;

    private static CountedDecision Of(
        AttestationKind kind,
        string decidedOn,
        AttestationOutcome outcome = AttestationOutcome.Granted,
        InstitutionGroup group = InstitutionGroup.School
    ) => new(Ivanova, kind, outcome, group, Day(decidedOn));
}
