using FluentValidation;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Application.Learning.Reports;

/// <summary>Documents issued in a period, by kind, month and programme; duplicates and annulled ones apart.</summary>
[Permission(ReportPermissions.Read)]
public sealed record GetCertificateReport : IReportQuery<CertificateReport>, IPeriodQuery
{
    /// <summary>First day of issue; the first of the current academic year by default.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of issue; the last day of the academic year of <c>from</c> by default.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Both at once: an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    public ReportWorkbook ToWorkbook(CertificateReport report) => CertificateReportWorkbook.Of(report);
}

internal sealed class GetCertificateReportValidator : AbstractValidator<GetCertificateReport>
{
    public GetCertificateReportValidator()
    {
        RuleFor(query => query.From).ReasonableDay();
        RuleFor(query => query.To).ReasonableDay();
    }
}

internal sealed class GetCertificateReportHandler(ILearningStore learning, IClock clock)
    : IQueryHandler<GetCertificateReport, CertificateReport>
{
    public async Task<Result<CertificateReport>> Handle(
        GetCertificateReport request,
        CancellationToken cancellationToken
    )
    {
        var current = ReportPeriod.Of(AcademicYear.Of(clock.Today));
        if (!request.Period(ReportPeriodKind.Days, null, current, clock.Today).Succeeded(out var asked, out var error))
        {
            return error;
        }

        if (!asked.Completed().Succeeded(out var days, out error))
        {
            return error;
        }

        return Report(days.From, days.To, await CountAsync(days.From, days.To, cancellationToken));
    }

    private CertificateReport Report(DateOnly from, DateOnly to, List<Count> counts) =>
        new()
        {
            From = from,
            To = to,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.certificates.basis"),
            Kinds =
            [
                .. counts
                    .GroupBy(count => count.Kind)
                    .OrderBy(group => group.Key)
                    .Select(group => Fill(new CertificateReportKind { Kind = group.Key }, group)),
            ],
            Months =
            [
                .. counts
                    .GroupBy(count => (count.Year, count.Month, count.Kind))
                    .OrderBy(group => group.Key)
                    .Select(group =>
                        Fill(
                            new CertificateReportMonth
                            {
                                Year = group.Key.Year,
                                Month = group.Key.Month,
                                Kind = group.Key.Kind,
                            },
                            group
                        )
                    ),
            ],
            Programmes =
            [
                .. counts
                    .GroupBy(count => (count.Title, count.Hours, count.Kind))
                    .OrderByName(group => group.Key.Title)
                    .ThenBy(group => group.Key.Hours)
                    .ThenBy(group => group.Key.Kind)
                    .Select(group =>
                        Fill(
                            new CertificateReportProgramme
                            {
                                Title = group.Key.Title,
                                Hours = group.Key.Hours,
                                Kind = group.Key.Kind,
                            },
                            group
                        )
                    ),
            ],
            Total = Fill(new CertificateCounts(), counts),
        };

    /// <summary>Counted by the database. One SQL command.</summary>
    private Task<List<Count>> CountAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        learning
            .Certificates.Where(certificate => certificate.IssuedOn >= from && certificate.IssuedOn <= to)
            .GroupBy(certificate => new
            {
                certificate.Kind,
                certificate.Title,
                certificate.Hours,
                certificate.IssuedOn.Year,
                certificate.IssuedOn.Month,
                IsAnnulled = certificate.State == CertificateState.Annulled,
                IsReplacement = certificate.OriginalId != null,
            })
            .Select(group => new Count
            {
                Kind = group.Key.Kind,
                Title = group.Key.Title,
                Hours = group.Key.Hours,
                Year = group.Key.Year,
                Month = group.Key.Month,
                IsAnnulled = group.Key.IsAnnulled,
                IsReplacement = group.Key.IsReplacement,
                Documents = group.Count(),
            })
            .ToListAsync(cancellationToken);

    private static T Fill<T>(T row, IEnumerable<Count> counts)
        where T : CertificateCounts
    {
        var all = counts.ToList();
        return row with
        {
            Issued = all.Where(one => one is { IsAnnulled: false, IsReplacement: false }).Sum(one => one.Documents),
            Replacements = all.Where(one => one is { IsAnnulled: false, IsReplacement: true })
                .Sum(one => one.Documents),
            Annulled = all.Where(one => one.IsAnnulled).Sum(one => one.Documents),
        };
    }

    private sealed class Count
    {
        public CertificateKind Kind { get; init; }

        public string Title { get; init; } = "";

        public int Hours { get; init; }

        public int Year { get; init; }

        public int Month { get; init; }

        public bool IsAnnulled { get; init; }

        public bool IsReplacement { get; init; }

        public int Documents { get; init; }
    }
}
