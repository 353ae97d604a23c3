using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>A teacher as a report counts him.</summary>
/// <param name="Place">The place that represents the person.</param>
/// <param name="Asked">All places held that day that the report is about.</param>
/// <param name="Positions">Names of posts.</param>
internal sealed record QualifiedTeacher(
    QualificationPlace Place,
    Qualification Qualification,
    IReadOnlyList<QualificationPlace> Asked,
    IReadOnlyDictionary<Guid, PositionReference> Positions
)
{
    public QualificationItem Item =>
        new()
        {
            EmployeeId = Place.EmployeeId,
            FullName = Place.FullName,
            Organisation = Place.Organisation,
            Position = Place.Position,
            Bucket = Qualification.Bucket,
            Since = Qualification.Category?.Since,
            Until = Qualification.Category?.Until,
            IsMethodist = Qualification.IsMethodist,
            IsMentor = Qualification.IsMentor,
        };

    /// <summary>What ends; a conformity only where the report is about the employer who owes it.</summary>
    public IEnumerable<EndingItem> Ending
    {
        get
        {
            foreach (var ending in Domain.Career.Reports.Ending.Of(Qualification))
            {
                var place = ending.OrganisationId is not { } employer
                    ? Place
                    : Asked.FirstOrDefault(one =>
                        one.OrganisationId == employer && one.PositionId == ending.PositionId
                    );
                if (place is not null)
                {
                    yield return new EndingItem
                    {
                        EmployeeId = place.EmployeeId,
                        FullName = place.FullName,
                        Organisation = place.Organisation,
                        Position = Positions.GetValueOrDefault(ending.PositionId, place.Position),
                        Kind = ending.Kind,
                        EndsOn = ending.On,
                        Term = ending.Term,
                        Rule = ending.Rule,
                    };
                }
            }
        }
    }
}

/// <summary>A head as a report counts him.</summary>
internal sealed record QualifiedHead(QualificationPlace Place, HeadConformity Conformity)
{
    public HeadEndingItem? EndingOn(DateOnly asOf) =>
        Ending.TermOf(Conformity.NextDue, asOf) is { } term
            ? new HeadEndingItem
            {
                EmployeeId = Place.EmployeeId,
                FullName = Place.FullName,
                Organisation = Place.Organisation,
                Position = Place.Position,
                LastDecidedOn = Conformity.Last?.DecidedOn,
                DueOn = Conformity.NextDue,
                Term = term,
                Rule = Conformity.Rule,
            }
            : null;
}
