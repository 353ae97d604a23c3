using FluentValidation;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Career.Reports;
using MethodCenter.Domain.Common.Reports;

namespace MethodCenter.Application.Career.Reports;

/// <summary>Persons attested in a year or a period, category by type of institution (SPB-68, SPB-T12, ATT-26).</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetAttestationReport : IReportQuery<AttestationReport>, IPeriodQuery
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

internal sealed class GetAttestationReportHandler(ICareerStore career, ITerritoryStore territory, IClock clock)
    : IQueryHandler<GetAttestationReport, AttestationReport>
{
    public async Task<Result<AttestationReport>> Handle(
        GetAttestationReport request,
        CancellationToken cancellationToken
    )
    {
        var current = ReportPeriod.Of(AcademicYear.Of(clock.Today));
        if (!request.Period(ReportPeriodKind.Days, null, current, clock.Today).Succeeded(out var period, out var error))
        {
            return error;
        }

        var table = new AttestationTable(await ReadAsync(period, cancellationToken));
        return new AttestationReport
        {
            AcademicYear = period.AsAcademicYear,
            From = period.From,
            To = period.To,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.attestations.basis"),
            Columns =
            [
                .. table.Groups.Select(group => new AttestationReportColumn
                {
                    Group = group,
                    Name = Texts.Texts.Name(group),
                    Total = table.Column(group),
                }),
            ],
            Rows = [.. table.Kinds(AttestationTable.Categories).Select(kind => Row(table, kind))],
            Total = table.Total,
            Conformity = table.Kinds([AttestationKind.Conformity]).Select(kind => Row(table, kind)).FirstOrDefault(),
            Marks = [.. table.Kinds(AttestationTable.Marks).Select(kind => Row(table, kind))],
            None = table.None,
        };
    }

    /// <summary>
    /// The decisions of the period that count, with the current type of the employer of that day. One SQL command.
    /// </summary>
    private Task<List<CountedDecision>> ReadAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var employees = territory.EmployeesOutside;
        return career
            .Attestations.Where(attestation =>
                attestation.State == AttestationState.Recorded && !employees.Contains(attestation.EmployeeId)
            )
            .WhereGiven(period.From, day => attestation => attestation.DecidedOn >= day)
            .WhereGiven(period.To, day => attestation => attestation.DecidedOn <= day)
            .Join(
                territory.Organisations.Where(organisation => !organisation.OutsideTerritory),
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
    }

    private static AttestationReportRow Row(AttestationTable table, AttestationKind kind) =>
        new()
        {
            Kind = kind,
            Name = Texts.Texts.Name(kind),
            Cells = [.. table.Groups.Select(group => table.Cell(kind, group))],
            Total = table.Row(kind),
        };
}
