using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Attestations of a year, category by type of institution, with totals (SPB-68, SPB-T12).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetAttestationReport : IReportQuery<AttestationReport>
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public ReportWorkbook ToWorkbook(AttestationReport report) => AttestationReportWorkbook.Of(report);
}

internal sealed class GetAttestationReportHandler(
    ICareerStore career,
    ITerritoryStore territory,
    IStatedFigures figures,
    IClock clock
) : IQueryHandler<GetAttestationReport, AttestationReport>
{
    /// <summary>The order of the rows: as centres print them.</summary>
    private static readonly AttestationKind[] Categories =
    [
        AttestationKind.Highest,
        AttestationKind.First,
        AttestationKind.Methodist,
        AttestationKind.Mentor,
    ];

    public async Task<Result<AttestationReport>> Handle(
        GetAttestationReport request,
        CancellationToken cancellationToken
    )
    {
        var year = request.AcademicYear ?? AcademicYear.Of(clock.Today);
        var counts = await CountAsync(year, cancellationToken);
        var stated = await figures.ReadAsync(ReportCode.Attestations, year, cancellationToken);
        InstitutionGroup[] groups = [.. counts.Select(count => count.Group).Distinct().Order()];
        var kinds = counts.Select(count => count.Kind).ToHashSet();
        var categories = counts.Where(count => count.Kind != AttestationKind.Conformity).ToList();
        return new AttestationReport
        {
            AcademicYear = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.attestations.basis"),
            Columns =
            [
                .. groups.Select(group => new AttestationReportColumn
                {
                    Group = group,
                    Name = Texts.Texts.Name(group),
                    Total = Figure(
                        AttestationReportCells.Group(group),
                        categories.Where(count => count.Group == group),
                        stated
                    ),
                }),
            ],
            Rows = [.. Categories.Where(kinds.Contains).Select(kind => Row(kind, groups, counts, stated))],
            Total = Figure(ReportCells.Total, categories, stated),
            Conformity = kinds.Contains(AttestationKind.Conformity)
                ? Row(AttestationKind.Conformity, groups, counts, stated)
                : null,
            Unmatched = stated.Unmatched(),
        };
    }

    /// <summary>
    /// Positive decisions of the year that count, by kind and by the current type of the employer of that day.
    /// </summary>
    private async Task<List<Count>> CountAsync(AcademicYear year, CancellationToken cancellationToken)
    {
        var (from, to) = (year.From, year.To);
        return await career
            .Attestations.Where(attestation =>
                attestation.State == AttestationState.Recorded
                && attestation.Outcome == AttestationOutcome.Granted
                && attestation.DecidedOn >= from
                && attestation.DecidedOn <= to
            )
            .Join(
                territory.Organisations,
                attestation => attestation.OrganisationId,
                organisation => organisation.Id,
                (attestation, organisation) => new { attestation.Kind, organisation.Group }
            )
            .GroupBy(attested => new { attested.Kind, attested.Group })
            .Select(group => new Count(group.Key.Kind, group.Key.Group, group.Count()))
            .ToListAsync(cancellationToken);
    }

    private static AttestationReportRow Row(
        AttestationKind kind,
        InstitutionGroup[] groups,
        List<Count> counts,
        StatedFigureComparison stated
    ) =>
        new()
        {
            Kind = kind,
            Name = Texts.Texts.Name(kind),
            Cells =
            [
                .. groups.Select(group =>
                    stated.Beside(
                        new AttestationReportCell
                        {
                            Group = group,
                            Key = AttestationReportCells.Cell(kind, group),
                            Value = counts
                                .Where(count => count.Kind == kind && count.Group == group)
                                .Sum(count => count.Attestations),
                        }
                    )
                ),
            ],
            Total = Figure(AttestationReportCells.Category(kind), counts.Where(count => count.Kind == kind), stated),
        };

    private static ReportFigure Figure(string key, IEnumerable<Count> counts, StatedFigureComparison stated) =>
        stated.Beside(new ReportFigure { Key = key, Value = counts.Sum(count => count.Attestations) });

    private sealed record Count(AttestationKind Kind, InstitutionGroup Group, int Attestations);
}
