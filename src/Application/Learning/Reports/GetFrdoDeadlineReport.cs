using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Domain.Common.Norms;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Documents that ФИС ФРДО has not accepted yet, with the last day of their delivery (FRDO-7, FRDO-8).</summary>
[Permission(FrdoPermissions.Read)]
public sealed record GetFrdoDeadlineReport : ListQuery, IReportQuery<FrdoDeadlineReport>, IPeriodQuery
{
    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; the state of this day, or of today where it is still to come.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Certificates in one state; the totals do not change.</summary>
    public FrdoDeadlineState? State { get; init; }

    public ReportWorkbook ToWorkbook(FrdoDeadlineReport report) => FrdoDeadlineReportWorkbook.Of(this, report);
}

internal sealed class GetFrdoDeadlineReportValidator : AbstractValidator<GetFrdoDeadlineReport>
{
    public GetFrdoDeadlineReportValidator() => RuleFor(query => query.AsOf).ReasonableDay();
}

internal sealed class GetFrdoDeadlineReportHandler(ILearningStore store, INorms norms, IClock clock)
    : IQueryHandler<GetFrdoDeadlineReport, FrdoDeadlineReport>
{
    internal static readonly SortFields<Certificate> Sort = new SortFields<Certificate>("issuedOn")
        .Add("issuedOn", certificate => certificate.IssuedOn)
        .Add("name", certificate => certificate.NameKey);

    public async Task<Result<FrdoDeadlineReport>> Handle(
        GetFrdoDeadlineReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Day(request.AsOf, clock.Today).Succeeded(out var asOf, out var wrong))
        {
            return wrong;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        var waiting = Waiting(asOf, FrdoNorms.KindsOn(asOf, normSet));

        // Each day of issue has the norms of its own (GEN-1): the database counts by day, the domain judges the days.
        var days = await waiting
            .GroupBy(certificate => certificate.IssuedOn)
            .Select(group => new { IssuedOn = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var terms = days.ToDictionary(day => day.IssuedOn, day => FrdoDeadline.Of(day.IssuedOn, normSet));
        if (request.State is { } state)
        {
            DateOnly[] asked =
            [
                .. terms.Values.Where(term => term.StateOn(asOf) == state).Select(term => term.IssuedOn),
            ];
            waiting = waiting.Where(certificate => EF.Parameter(asked).Contains(certificate.IssuedOn));
        }

        var page = await Page(waiting, request with { AsOf = asOf }, cancellationToken);
        return page.Map(found =>
            Report(
                asOf,
                normSet,
                found,
                of => days.Where(day => terms[day.IssuedOn].StateOn(asOf) == of).Sum(day => day.Count)
            )
        );
    }

    private FrdoDeadlineReport Report(
        DateOnly asOf,
        NormSet norms,
        Page<FrdoDeadlineItem> found,
        Func<FrdoDeadlineState, int> count
    )
    {
        var (inTime, warning, overdue) = (
            count(FrdoDeadlineState.InTime),
            count(FrdoDeadlineState.Warning),
            count(FrdoDeadlineState.Overdue)
        );
        return new FrdoDeadlineReport
        {
            AsOf = asOf,
            ComputedAt = clock.Now,
            StudyReferences = norms.Flag(FrdoNorms.StudyReferences, asOf),
            DeadlineDays = norms.WholeNumber(FrdoNorms.DeadlineDays, asOf),
            WarningDays = norms.WholeNumber(FrdoNorms.WarningDays, asOf),
            Rule = norms.Get(FrdoNorms.DeadlineDays, asOf).ToRule(),
            Total = inTime + warning + overdue,
            InTime = inTime,
            Warning = warning,
            Overdue = overdue,
            Documents = new Page<FrdoDeadlineItem>(
                [
                    .. found.Items.Select(item =>
                    {
                        var term = FrdoDeadline.Of(item.IssuedOn, norms);
                        return item with { DueOn = term.DueOn, State = term.StateOn(asOf) };
                    }),
                ],
                found.Next,
                found.Total
            ),
        };
    }

    private IQueryable<Certificate> Waiting(DateOnly asOf, IReadOnlyList<CertificateKind> kinds)
    {
        var rows = store.FrdoRows;
        return store.Certificates.Where(certificate =>
            certificate.State == CertificateState.Valid
            && kinds.Contains(certificate.Kind)
            && certificate.IssuedOn <= asOf
            && !rows.Any(row =>
                row.CertificateId == certificate.Id && row.State == FrdoRowState.Accepted && row.AnsweredOn <= asOf
            )
        );
    }

    private Task<Result<Page<FrdoDeadlineItem>>> Page(
        IQueryable<Certificate> waiting,
        GetFrdoDeadlineReport request,
        CancellationToken cancellationToken
    )
    {
        var (rows, packages) = (store.FrdoRows, store.FrdoPackages);
        return waiting.ToPageAsync(
            request,
            Sort,
            certificate => new FrdoDeadlineItem
            {
                CertificateId = certificate.Id,
                RegisterYear = certificate.Year,
                RegisterNumber = certificate.Number,
                Kind = certificate.Kind,
                FullName =
                    certificate.LastName
                    + " "
                    + certificate.FirstName
                    + (certificate.Patronymic == null ? "" : " " + certificate.Patronymic),
                IssuedOn = certificate.IssuedOn,
                PackageId = rows.Where(row => row.CertificateId == certificate.Id && row.State == FrdoRowState.Prepared)
                    .Select(row => (Guid?)row.FrdoPackageId)
                    .FirstOrDefault(),
                PackageNumber = (
                    from row in rows
                    join package in packages on row.FrdoPackageId equals package.Id
                    where row.CertificateId == certificate.Id && row.State == FrdoRowState.Prepared
                    select (int?)package.Number
                ).FirstOrDefault(),
            },
            cancellationToken
        );
    }
}
