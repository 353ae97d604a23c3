using FluentValidation;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Persons attested in a year or a period, category by type of institution (SPB-68, SPB-T12, ATT-26).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetAttestationReport : IReportQuery<AttestationReport>
{
    /// <summary>Academic year, e.g. <c>2019-2020</c>; the current one where neither it nor a day is given.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Decisions of this day or later, of any year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Decisions of this day or earlier.</summary>
    public DateOnly? To { get; init; }

    public ReportWorkbook ToWorkbook(AttestationReport report) => AttestationReportWorkbook.Of(report);
}

internal sealed class GetAttestationReportValidator : AbstractValidator<GetAttestationReport>
{
    public GetAttestationReportValidator()
    {
        RuleFor(query => query.From).ReasonableDay();
        RuleFor(query => query.To).ReasonableDay();
    }
}

internal sealed class GetAttestationReportHandler(
    ICareerStore career,
    ITerritoryStore territory,
    IStatedFigures figures,
    IClock clock
) : IQueryHandler<GetAttestationReport, AttestationReport>
{
    public async Task<Result<AttestationReport>> Handle(
        GetAttestationReport request,
        CancellationToken cancellationToken
    )
    {
        var byDays = request.From is not null || request.To is not null;
        AcademicYear? year = request.AcademicYear ?? (byDays ? null : AcademicYear.Of(clock.Today));
        var table = new AttestationTable(await ReadAsync(request, year, cancellationToken));

        // Figures are published for years: there is none to hold against a part of one.
        var stated =
            year is { } whole && !byDays
                ? await figures.ReadAsync(ReportCode.Attestations, whole, cancellationToken)
                : StatedFigureComparison.Nothing();
        return new AttestationReport
        {
            AcademicYear = year,
            From = request.From ?? year?.From,
            To = request.To ?? year?.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.attestations.basis"),
            Columns =
            [
                .. table.Groups.Select(group => new AttestationReportColumn
                {
                    Group = group,
                    Name = Texts.Texts.Name(group),
                    Total = stated.Beside(table.Column(group)),
                }),
            ],
            Rows = [.. table.Kinds(AttestationTable.Categories).Select(kind => Row(table, kind, stated))],
            Total = stated.Beside(table.Total),
            Conformity = table
                .Kinds([AttestationKind.Conformity])
                .Select(kind => Row(table, kind, stated))
                .FirstOrDefault(),
            Marks = [.. table.Kinds(AttestationTable.Marks).Select(kind => Row(table, kind, stated))],
            None = stated.Beside(table.None),
            Unmatched = stated.Unmatched(),
        };
    }

    /// <summary>
    /// The decisions of the period that count, with the current type of the employer of that day. One SQL command.
    /// </summary>
    private Task<List<CountedDecision>> ReadAsync(
        GetAttestationReport request,
        AcademicYear? year,
        CancellationToken cancellationToken
    ) =>
        career
            .Attestations.Where(attestation => attestation.State == AttestationState.Recorded)
            .WhereGiven(year?.From, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(year?.To, day => attestation => attestation.DecidedOn <= day)
            .WhereGiven(request.From, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(request.To, day => attestation => attestation.DecidedOn <= day)
            .Join(
                territory.Organisations,
                attestation => attestation.OrganisationId,
                organisation => organisation.Id,
                (attestation, organisation) =>
                    new CountedDecision(
                        attestation.EmployeeId,
                        attestation.Kind,
                        attestation.Outcome,
                        organisation.Group,
                        attestation.DecidedOn
                    )
            )
            .ToListAsync(cancellationToken);

    private static AttestationReportRow Row(
        AttestationTable table,
        AttestationKind kind,
        StatedFigureComparison stated
    ) =>
        new()
        {
            Kind = kind,
            Name = Texts.Texts.Name(kind),
            Cells = [.. table.Groups.Select(group => stated.Beside(table.Cell(kind, group)))],
            Total = stated.Beside(table.Row(kind)),
        };
}
