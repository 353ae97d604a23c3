using System.Globalization;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Tests.Career.Attestations;

/// <summary>A teacher's career in few words. Days are written as people write them: 31.08.2023.</summary>
internal static class TeacherCareer
{
    public static readonly Guid Ivanova = new("00000000-0000-0000-0000-0000000000e1");
    public static readonly Guid School = new("00000000-0000-0000-0000-0000000000a1");
    public static readonly Guid OtherSchool = new("00000000-0000-0000-0000-0000000000a2");
    public static readonly Guid Teacher = new("00000000-0000-0000-0000-0000000000b1");
    public static readonly Guid Psychologist = new("00000000-0000-0000-0000-0000000000b2");
    public static readonly DateOnly Today = Day("01.03.2026");
    public static readonly NormSet Norms = new(AttestationNorms.All, []);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "dd.MM.yyyy", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? day) => day is null ? null : Day(day);

    /// <summary>The shipped norms, with one that the centre has set for itself.</summary>
    public static NormSet CentreSays(string code, string? value, string? from = null) =>
        new(
            AttestationNorms.All,
            [new NormVersion(code, value, DayOrNone(from), null, "ATT-0", "Приказ ИМЦ № 7", NormConfidence.Local)]
        );

    public static CareerFacts Facts(params AttestationFact[] history) =>
        CareerFacts.None with
        {
            History = [.. history],
        };

    public static CareerFacts Working(this CareerFacts facts, string from, string? to = null, Guid? at = null) =>
        facts with
        {
            Employments = facts.Employments.Add(
                new EmploymentFact(at ?? School, Teacher, new Period(Day(from), DayOrNone(to)))
            ),
        };

    public static CareerFacts Absent(this CareerFacts facts, AbsenceCause cause, string from, string? to) =>
        facts with
        {
            Absences = facts.Absences.Add(new AbsenceFact(cause, new Period(Day(from), DayOrNone(to)))),
        };

    /// <summary>A decision with the term that the shipped norms give it.</summary>
    public static AttestationFact Granted(AttestationKind kind, string decidedOn, Guid? position = null)
    {
        var term = AttestationRules.ValidUntil(kind, Day(decidedOn), Norms);
        return Fact(kind, AttestationOutcome.Granted, decidedOn, position, term.Until, term.Rule);
    }

    public static AttestationFact Refused(AttestationKind kind, string decidedOn, Guid? position = null) =>
        Fact(kind, AttestationOutcome.Refused, decidedOn, position, null, new RuleReference("ATT-12", "приказ"));

    public static AttestationDecision Decision(
        AttestationKind kind,
        string decidedOn,
        string? appliedOn = null,
        AttestationOutcome outcome = AttestationOutcome.Granted
    ) => new(Ivanova, School, Teacher, kind, outcome, Day(decidedOn)) { AppliedOn = DayOrNone(appliedOn) };

    public static Result<Attestation> Record(AttestationDecision decision, CareerFacts facts, NormSet? norms = null) =>
        Attestation.Record(decision, facts, norms ?? Norms, Today);

    public static ConformityStatus Conformity(this CareerFacts facts, string on, NormSet? norms = null) =>
        ConformityRules.Status(School, Teacher, Day(on), facts, norms ?? Norms).ShouldNotBeNull();

    public static Qualification On(this CareerFacts facts, string date) => Qualification.On(Day(date), facts, Norms);

    private static AttestationFact Fact(
        AttestationKind kind,
        AttestationOutcome outcome,
        string decidedOn,
        Guid? position,
        DateOnly? until,
        RuleReference rule
    ) => new(Guid.CreateVersion7(), kind, position ?? Teacher, School, null, Day(decidedOn), outcome, until, rule);
}
