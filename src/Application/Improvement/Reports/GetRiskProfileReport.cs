using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Improvement.Reports;

/// <summary>Risk profiles of a school, newest cycle first (KEM-39, KEM-T20).</summary>
[Permission(RiskReportPermissions.ReadRiskProfiles)]
[NotPersons]
public sealed record GetRiskProfileReport : IReportQuery<RiskProfileReport>, IPeriodQuery
{
    /// <summary>The school, from the route.</summary>
    [FromRoute]
    public Guid OrganisationId { get; init; }

    /// <summary>First day of the period: the first of the calendar year of a cycle.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period: the last of the calendar year.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Cycles go by calendar years: an academic year is refused with that reason.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Year of the cycle; all cycles by default.</summary>
    public int? Year { get; init; }

    public ReportWorkbook ToWorkbook(RiskProfileReport report) => RiskProfileReportWorkbook.Of(this, report);
}

internal sealed class GetRiskProfileReportValidator : AbstractValidator<GetRiskProfileReport>
{
    public GetRiskProfileReportValidator() => RuleFor(query => query.Year).InclusiveBetween(1900, 2099);
}

internal sealed class GetRiskProfileReportHandler(
    IImprovementStore improvement,
    ITerritoryStore territory,
    IClock clock
) : IQueryHandler<GetRiskProfileReport, RiskProfileReport>
{
    public async Task<Result<RiskProfileReport>> Handle(
        GetRiskProfileReport request,
        CancellationToken cancellationToken
    )
    {
        if (!CycleOf(request).Succeeded(out var cycle, out var error))
        {
            return error;
        }

        var name = await territory
            .Organisations.Where(organisation => organisation.Id == request.OrganisationId)
            .Select(organisation => organisation.ShortName)
            .SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return OrganisationErrors.NotFound;
        }

        return new RiskProfileReport
        {
            OrganisationId = request.OrganisationId,
            OrganisationName = name,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.risk-profiles.basis"),
            Profiles =
            [
                .. (await ReadAsync(request.OrganisationId, cycle.AsCalendarYear, cancellationToken)).Select(Named),
            ],
        };
    }

    /// <summary>The year of the cycle; all time: every cycle.</summary>
    private Result<ReportPeriod> CycleOf(GetRiskProfileReport request)
    {
        ReportPeriod? alias = request.Year is { } year ? ReportPeriod.OfYear(year) : null;
        if (alias is null && request is { From: null, To: null, AcademicYear: null })
        {
            return default(ReportPeriod);
        }

        return request.Period(ReportPeriodKind.CalendarYear, alias, default, clock.Today);
    }

    private async Task<IEnumerable<RiskProfileReportEntry>> ReadAsync(
        Guid organisationId,
        int? cycle,
        CancellationToken cancellationToken
    )
    {
        var read = await improvement
            .Participations.Where(school => school.OrganisationId == organisationId)
            .WhereGiven(cycle, year => school => school.CycleYear == year)
            .Join(
                improvement.SupportProgrammes,
                school => school.SupportProgrammeId,
                programme => programme.Id,
                (school, programme) => new { School = school, programme.Name }
            )
            .OrderByDescending(row => row.School.CycleYear)
            .ThenBy(row => row.Name)
            .ThenBy(row => row.School.Id)
            .Select(row => new
            {
                Own = row.School.OwnProfile,
                Entry = new RiskProfileReportEntry
                {
                    ParticipationId = row.School.Id,
                    SupportProgrammeId = row.School.SupportProgrammeId,
                    SupportProgrammeName = row.Name,
                    CycleYear = row.School.CycleYear,
                    EditionCode = row.School.EditionCode,
                    State = row.School.State,
                    Source = row.School.ProfileSource,
                    Date = row.School.ProfileDate,
                    Total = row.School.RiskAssessments.Count,
                    High = row.School.RiskAssessments.Count(risk => risk.Level == RiskLevel.High),
                    Medium = row.School.RiskAssessments.Count(risk => risk.Level == RiskLevel.Medium),
                    Low = row.School.RiskAssessments.Count(risk => risk.Level == RiskLevel.Low),
                    Priority = row.School.RiskAssessments.Count(risk => risk.IsPriority),
                    Factors = row
                        .School.RiskAssessments.OrderBy(risk => risk.FactorNumber)
                        .Select(risk => new RiskProfileReportFactor
                        {
                            Number = risk.FactorNumber,
                            Name = risk.FactorName,
                            Level = risk.Level,
                            IsPriority = risk.IsPriority,
                            Reason = risk.Reason,
                        })
                        .ToList(),
                },
            })
            .ToListAsync(cancellationToken);
        return read.Select(row => row.Own is { } own ? Beside(row.Entry, own) : row.Entry);
    }

    /// <summary>
    /// The school's own words beside the official ones, factor by factor where both go by one edition: its numbers tell factors
    /// of that edition alone.
    /// </summary>
    private static RiskProfileReportEntry Beside(RiskProfileReportEntry profile, OwnRiskProfile own)
    {
        var levels =
            own.Edition == profile.EditionCode ? own.Levels.ToDictionary(line => line.Number, line => line.Level) : [];
        return profile with
        {
            OwnSource = own.Source,
            OwnDate = own.Date,
            Factors =
            [
                .. profile.Factors.Select(factor =>
                    levels.TryGetValue(factor.Number, out var level) ? factor with { OwnLevel = level } : factor
                ),
            ],
        };
    }

    private static RiskProfileReportEntry Named(RiskProfileReportEntry profile) =>
        profile with
        {
            StateName = Texts.Texts.Name(profile.State),
            Factors =
            [
                .. profile.Factors.Select(factor =>
                    factor with
                    {
                        LevelName = Texts.Texts.Name(factor.Level),
                        OwnLevelName = factor.OwnLevel is { } own ? Texts.Texts.Name(own) : null,
                    }
                ),
            ],
        };
}
