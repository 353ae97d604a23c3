using MethodCenter.Domain.Career.Attestations;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

public sealed class QualificationTests
{
    [Fact]
    public void Before_any_record_there_is_nothing()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2019")).Working("01.09.2010");

        var eve = facts.On("09.05.2019");

        eve.Bucket.ShouldBe(QualificationBucket.None);
        eve.Category.ShouldBeNull();
        eve.Categories.ShouldBeEmpty();
        eve.Rule.Code.ShouldBe("ATT-26");
        Qualification.On(Day("09.05.2019"), CareerFacts.None, Norms).Conformities.ShouldBeEmpty();
    }

    [Fact]
    public void A_category_is_held_from_the_decision_to_the_last_day()
    {
        var grant = Granted(AttestationKind.First, "10.05.2019");
        var facts = Facts(grant);

        var first = facts.On("10.05.2019");
        first.Bucket.ShouldBe(QualificationBucket.First);
        first.Category.ShouldBe(
            new CategorySpan(AttestationKind.First, Teacher, Day("10.05.2019"), Day("10.05.2024"), grant.Rule, grant.Id)
        );
        first.Rule.Code.ShouldBe("ATT-15");
        facts.On("10.05.2024").Bucket.ShouldBe(QualificationBucket.First);
        facts.On("11.05.2024").Bucket.ShouldBe(QualificationBucket.None);
    }

    [Fact]
    public void A_category_of_order_276_does_not_become_endless_by_itself()
    {
        var facts = Facts(Granted(AttestationKind.Highest, "31.08.2023"));

        facts.On("31.08.2028").Bucket.ShouldBe(QualificationBucket.Highest);
        facts.On("01.09.2028").Bucket.ShouldBe(QualificationBucket.None);
        Facts(Granted(AttestationKind.Highest, "01.09.2023"))
            .On("01.09.2098")
            .Bucket.ShouldBe(QualificationBucket.Highest);
    }

    [Fact]
    public void The_highest_goes_before_the_first_and_the_first_before_conformity()
    {
        var facts = Facts(
                Granted(AttestationKind.Conformity, "10.02.2017"),
                Granted(AttestationKind.First, "10.05.2019"),
                Granted(AttestationKind.Highest, "10.06.2021", Psychologist)
            )
            .Working("01.09.2010");

        facts.On("01.01.2019").Bucket.ShouldBe(QualificationBucket.Conformity);
        facts.On("01.01.2019").Rule.Code.ShouldBe("ATT-3");
        facts.On("01.01.2020").Bucket.ShouldBe(QualificationBucket.First);
        var both = facts.On("01.01.2022");
        both.Bucket.ShouldBe(QualificationBucket.Highest);
        both.Category!.PositionId.ShouldBe(Psychologist);
        both.Categories.Select(span => span.Kind).ShouldBe([AttestationKind.Highest, AttestationKind.First]);
    }

    [Fact]
    public void Methodist_and_mentor_are_flags_beside_the_bucket()
    {
        var facts = Facts(
            Granted(AttestationKind.Highest, "10.06.2021"),
            Granted(AttestationKind.Methodist, "20.02.2024"),
            Granted(AttestationKind.Mentor, "20.03.2024")
        );

        facts.On("19.02.2024").IsMethodist.ShouldBeFalse();
        var methodist = facts.On("20.02.2024");
        (methodist.IsMethodist, methodist.IsMentor).ShouldBe((true, false));
        methodist.Bucket.ShouldBe(QualificationBucket.Highest);
        var expired = facts.On("11.06.2026");
        (expired.IsMethodist, expired.IsMentor).ShouldBe((true, true));
        expired.Bucket.ShouldBe(QualificationBucket.None);
        expired.Category.ShouldBeNull();
        expired.Categories.Length.ShouldBe(2);
    }

    [Fact]
    public void A_refused_highest_leaves_the_first()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2021"), Refused(AttestationKind.Highest, "10.04.2024"));

        facts.On("11.04.2024").Bucket.ShouldBe(QualificationBucket.First);
    }

    [Fact]
    public void A_later_grant_replaces_the_term_of_the_earlier_whatever_their_order_in_the_register()
    {
        var endless = Granted(AttestationKind.First, "10.10.2023");
        var facts = Facts(endless, Granted(AttestationKind.First, "10.05.2019"));

        facts.On("09.10.2023").Category!.Until.ShouldBe(Day("10.05.2024"));
        var span = facts.On("10.10.2023").Categories.ShouldHaveSingleItem();
        span.Since.ShouldBe(Day("10.05.2019"));
        span.Until.ShouldBeNull();
        span.AttestationId.ShouldBe(endless.Id);
        span.Rule.Edition.ShouldBe(Day("01.09.2023"));
    }

    [Fact]
    public void A_grant_on_the_day_after_the_last_continues_and_a_day_later_begins_anew()
    {
        var inTime = Facts(Granted(AttestationKind.First, "10.05.2012"), Granted(AttestationKind.First, "11.05.2017"));
        inTime.On("01.06.2017").Category!.Since.ShouldBe(Day("10.05.2012"));

        var late = Facts(Granted(AttestationKind.First, "10.05.2012"), Granted(AttestationKind.First, "12.05.2017"));
        late.On("11.05.2017").Bucket.ShouldBe(QualificationBucket.None);
        late.On("01.06.2017").Category!.Since.ShouldBe(Day("12.05.2017"));
    }

    [Fact]
    public void Two_grants_of_one_day_are_one_category()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2019"), Granted(AttestationKind.First, "10.05.2019"));

        facts.On("10.05.2019").Categories.ShouldHaveSingleItem().Until.ShouldBe(Day("10.05.2024"));
    }

    [Fact]
    public void A_term_that_ends_before_it_begins_is_never_in_force()
    {
        var facts = Facts(Granted(AttestationKind.First, "10.05.2019") with { ValidUntil = Day("01.01.2019") })
            .Working("01.09.2010");

        facts.On("10.05.2019").Bucket.ShouldBe(QualificationBucket.None);
        facts.On("01.02.2019").Bucket.ShouldBe(QualificationBucket.None);
        facts.Conformity("01.06.2023").NextDue!.On.ShouldBe(Day("01.09.2012"));
    }

    [Fact]
    public void Categories_stay_with_who_leaves_and_conformity_does_not()
    {
        var category = Facts(Granted(AttestationKind.First, "10.05.2019")).Working("01.09.2010", "31.08.2020");
        category.On("01.09.2020").Bucket.ShouldBe(QualificationBucket.First);

        var conformity = Facts(Granted(AttestationKind.Conformity, "10.05.2019")).Working("01.09.2010", "31.08.2020");
        conformity.On("31.08.2020").Bucket.ShouldBe(QualificationBucket.Conformity);
        conformity.On("01.09.2020").Bucket.ShouldBe(QualificationBucket.None);
    }

    [Fact]
    public void Conformity_is_told_once_for_each_post_held()
    {
        var facts = CareerFacts
            .None.Working("01.09.2010")
            .Working("01.09.2012")
            .Working("01.09.2024", null, OtherSchool);

        var conformities = facts.On("01.03.2026").Conformities;

        conformities.Select(status => status.OrganisationId).ShouldBe([School, OtherSchool]);
        conformities[0].NextDue!.On.ShouldBe(Day("01.09.2012"));
        conformities[1].Exemption!.Reason.ShouldBe(ConformityExemptionReason.ShortTenure);
    }

    [Fact]
    public void Any_history_gives_an_answer_on_any_day()
    {
        var random = new Random(276_196);
        DateOnly Any() => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));
        DateOnly? Maybe() => random.Next(3) == 0 ? null : Any();
        for (var round = 0; round < 500; round++)
        {
            var history = Enumerable
                .Range(0, 6)
                .Select(_ => new AttestationFact(
                    Guid.CreateVersion7(),
                    (AttestationKind)random.Next(5),
                    random.Next(2) == 0 ? Teacher : Psychologist,
                    School,
                    Maybe(),
                    Any(),
                    (AttestationOutcome)random.Next(2),
                    Maybe(),
                    AttestationNorms.Reporting
                ));
            var facts = new CareerFacts(
                [new(School, Teacher, new(Any(), Maybe())), new(School, Teacher, new(Any(), Maybe()))],
                [
                    new((AbsenceCause)random.Next(4), new(Any(), Maybe())),
                    new(AbsenceCause.LongIllness, new(Any(), null)),
                ],
                [.. history]
            );
            foreach (var day in new[] { DateOnly.MinValue, Any(), DateOnly.MaxValue })
            {
                var qualification = Qualification.On(day, facts, Norms);
                qualification.Categories.ShouldAllBe(span => span.Covers(day));
                AttestationRules.ValidUntil(AttestationKind.First, day, Norms).Rule.ShouldNotBeNull();
            }
        }
    }
}
