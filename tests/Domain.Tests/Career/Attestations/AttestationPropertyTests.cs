using CsCheck;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Tests.Common;
using static MethodCenter.Domain.Tests.Career.Attestations.TeacherCareer;

namespace MethodCenter.Domain.Tests.Career.Attestations;

/// <summary>What holds of the terms of every career.</summary>
public sealed class AttestationPropertyTests
{
    private const int Times = 5_000;
    private static readonly DateOnly EndOfExtension = new(2021, 12, 31);
    private static readonly DateOnly WithoutEnd = new(2023, 9, 1);

    private static readonly Gen<DateOnly> Decided = Some.Day.Where(day => day.Year is >= 2012 and < 2030);

    /// <summary>A career in one post since a day, with decisions and absences that are over.</summary>
    private static readonly Gen<CareerFacts> Career =
        from since in Decided
        from decisions in Gen.Select(
            Gen.OneOf(AttestationKind.Conformity, AttestationKind.First),
            Decided,
            Gen.Bool
        ).Array[0, 4]
        from absences in Gen.Select(Gen.Enum<AbsenceCause>(), Decided, Gen.Int[0, 1200]).Array[0, 3]
        select new CareerFacts(
            [new EmploymentFact(School, Teacher, new Period(since, null))],
            [
                .. absences.Select(one => new AbsenceFact(
                    one.Item1,
                    new Period(one.Item2, one.Item2.AddDays(one.Item3))
                )),
            ],
            [.. decisions.Select(one => Decision(one.Item1, one.Item2, one.Item3))]
        );

    [Fact]
    public void A_category_lasts_five_years_or_to_the_end_of_the_extension_or_without_end() =>
        Gen.Select(Decided, Gen.OneOf(AttestationKind.First, AttestationKind.Highest))
            .Sample(
                (day, kind) =>
                {
                    var until = AttestationRules.ValidUntil(kind, day, Norms).Until;
                    var fifth = day.PlusYears(5);

                    if (day >= WithoutEnd)
                    {
                        until.ShouldBeNull();
                    }
                    else if (fifth >= new DateOnly(2020, 4, 1) && fifth <= new DateOnly(2021, 10, 1))
                    {
                        until.ShouldBe(EndOfExtension);
                    }
                    else
                    {
                        until.ShouldBe(fifth);
                    }
                },
                iter: Times
            );

    [Fact]
    public void Nobody_owes_a_conformity_while_he_is_exempt() =>
        Gen.Select(Career, Decided)
            .Sample(
                (career, on) =>
                {
                    var known = career with { History = [.. career.History.Where(fact => fact.DecidedOn <= on)] };
                    if (ConformityRules.Status(School, Teacher, on, known, Norms) is not { } status)
                    {
                        known.Employments[0].Period.From.ShouldBeGreaterThan(on);
                        return;
                    }

                    (status.Exemption?.Period.Contains(on) ?? true).ShouldBeTrue();
                    if (status.NextDue is { } due)
                    {
                        ConformityRules.Exemption(School, Teacher, due.On, known, Norms).ShouldBeNull();
                    }
                },
                iter: Times
            );

    [Fact]
    public void A_conformity_is_valid_to_the_same_day_five_years_later() =>
        Gen.Select(Decided, Gen.Int[-40, 40])
            .Sample(
                (day, near) =>
                {
                    var career = CareerFacts.None with
                    {
                        History = [Decision(AttestationKind.Conformity, day, granted: true)],
                        Employments = [new EmploymentFact(School, Teacher, new Period(day.AddYears(-10), null))],
                    };
                    var on = day.PlusYears(5).AddDays(near);

                    var status = ConformityRules.Status(School, Teacher, on, career, Norms).ShouldNotBeNull();

                    (status.NextDue!.On, status.Valid).ShouldBe((day.PlusYears(5), near <= 0));
                },
                iter: Times
            );

    private static AttestationFact Decision(AttestationKind kind, DateOnly day, bool granted)
    {
        var written = day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);
        return granted ? Granted(kind, written) : Refused(kind, written);
    }
}
