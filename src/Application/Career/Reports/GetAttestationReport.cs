using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Attestations of a year, category by type of institution, with totals (SPB-68, SPB-T12).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetAttestationReport : IReportQuery<AttestationReport>, IPeriodQuery
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one by default.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>First day of an academic year, instead of <c>academicYear</c>; with <c>to</c>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the academic year.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(AttestationReport report) => AttestationReportWorkbook.Of(report);
}

internal sealed class GetAttestationReportHandler(ICareerStore career, ITerritoryStore territory, IClock clock)
    : IQueryHandler<GetAttestationReport, AttestationReport>
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
        if (!request.Year(clock.Today).Succeeded(out var year, out var error))
        {
            return error;
        }

        var counts = await CountAsync(year, cancellationToken);
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
                    Total = Figure(categories.Where(count => count.Group == group)),
                }),
            ],
            Rows = [.. Categories.Where(kinds.Contains).Select(kind => Row(kind, groups, counts))],
            Total = Figure(categories),
            Conformity = kinds.Contains(AttestationKind.Conformity)
                ? Row(AttestationKind.Conformity, groups, counts)
                : null,
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

    private static AttestationReportRow Row(AttestationKind kind, InstitutionGroup[] groups, List<Count> counts) =>
        new()
        {
            Kind = kind,
            Name = Texts.Texts.Name(kind),
            Cells =
            [
                .. groups.Select(group => new AttestationReportCell
                {
                    Group = group,
                    Value = counts
                        .Where(count => count.Kind == kind && count.Group == group)
                        .Sum(count => count.Attestations),
                }),
            ],
            Total = Figure(counts.Where(count => count.Kind == kind)),
        };

    private static ReportFigure Figure(IEnumerable<Count> counts) =>
        new() { Value = counts.Sum(count => count.Attestations) };

    private sealed record Count(AttestationKind Kind, InstitutionGroup Group, int Attestations);
}
