using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>The cells of the report of attestations: persons, and beside them decisions.</summary>
internal sealed class AttestationTable
{
    /// <summary>The order of the rows: as centres print them.</summary>
    public static readonly AttestationKind[] Categories = [AttestationKind.Highest, AttestationKind.First];

    public static readonly AttestationKind[] Marks = [AttestationKind.Methodist, AttestationKind.Mentor];

    private readonly List<Count> _persons;
    private readonly List<Count> _decisions;

    public AttestationTable(IReadOnlyCollection<CountedDecision> decisions)
    {
        List<AttestedPerson> people = [.. AttestedPerson.Of(decisions)];
        _persons = [.. people.SelectMany(PlacesOf)];
        _decisions =
        [
            .. decisions
                .Where(decision => decision.Outcome is AttestationOutcome.Granted)
                .Select(decision => new Count(decision.Kind, decision.Group)),
        ];
        Groups = [.. _persons.Concat(_decisions).Select(count => count.Group).Distinct().Order()];
        var without = decisions
            .GroupBy(decision => decision.EmployeeId)
            .Where(all => AttestedPerson.Of(all).Single().Bucket is QualificationBucket.None)
            .ToList();
        None = new AttestationFigure { Value = without.Count, Decisions = without.Sum(all => all.Count()) };
    }

    public IReadOnlyList<InstitutionGroup> Groups { get; }

    public AttestationFigure Total => Figure(IsCategory);

    public AttestationFigure None { get; }

    /// <summary>Those of the kinds that were granted at all.</summary>
    public IEnumerable<AttestationKind> Kinds(IEnumerable<AttestationKind> kinds) =>
        kinds.Where(kind => _decisions.Exists(count => count.Kind == kind));

    public AttestationFigure Row(AttestationKind kind) => Figure(count => count.Kind == kind);

    public AttestationFigure Column(InstitutionGroup group) =>
        Figure(count => IsCategory(count) && count.Group == group);

    public AttestationReportCell Cell(AttestationKind kind, InstitutionGroup group)
    {
        bool Here(Count count) => count == new Count(kind, group);
        return new AttestationReportCell
        {
            Group = group,
            Value = _persons.Count(Here),
            Decisions = _decisions.Count(Here),
        };
    }

    private static bool IsCategory(Count count) => Categories.Contains(count.Kind);

    /// <summary>Where a person is counted: once in the bucket, and once for each mark.</summary>
    private static IEnumerable<Count> PlacesOf(AttestedPerson person)
    {
        if (KindOf(person.Bucket) is { } kind)
        {
            yield return new Count(kind, person.Group);
        }

        foreach (var (mark, group) in person.Marks)
        {
            yield return new Count(mark, group);
        }
    }

    private static AttestationKind? KindOf(QualificationBucket bucket) =>
        bucket switch
        {
            QualificationBucket.Highest => AttestationKind.Highest,
            QualificationBucket.First => AttestationKind.First,
            QualificationBucket.Conformity => AttestationKind.Conformity,
            _ => null,
        };

    private AttestationFigure Figure(Func<Count, bool> counted) =>
        new() { Value = _persons.Count(counted), Decisions = _decisions.Count(counted) };

    private sealed record Count(AttestationKind Kind, InstitutionGroup Group);
}
