using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Training.TrainingPlans;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>The plan-schedules of a year by organisation, beside who is due and who is overdue (POL-23, DPO-7).</summary>
[Permission(TrainingReportPermissions.ReadTrainingPlans)]
public sealed record GetTrainingPlanReport : IReportQuery<TrainingPlanReport>, IPeriodQuery
{
    /// <summary>First day of the period: the first of a calendar year.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period: the last of the calendar year.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The report goes by calendar years: an academic year is refused with that reason.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>Calendar year; the current one by default.</summary>
    public int? Year { get; init; }

    /// <summary>One organisation, with the names of those who are overdue.</summary>
    public Guid? OrganisationId { get; init; }

    public ReportWorkbook ToWorkbook(TrainingPlanReport report) => TrainingPlanReportWorkbook.Of(report);
}

internal sealed class GetTrainingPlanReportValidator : AbstractValidator<GetTrainingPlanReport>
{
    public GetTrainingPlanReportValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(TrainingPlan.FirstYear, TrainingPlan.LastYear);
}

internal sealed class GetTrainingPlanReportHandler(
    TrainingDueRows teachers,
    TrainingPlanRows plans,
    ITerritoryStore territory,
    INorms norms,
    IClock clock
) : IQueryHandler<GetTrainingPlanReport, TrainingPlanReport>
{
    public async Task<Result<TrainingPlanReport>> Handle(
        GetTrainingPlanReport request,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today;
        if (!request.CalendarYear(request.Year, today).Succeeded(out var year, out var wrong))
        {
            return wrong;
        }

        if (TrainingTerm.On(today, await norms.GetAsync(cancellationToken)) is not { } term)
        {
            return TrainingDueErrors.NotRegulated(today);
        }

        var counts = await CountDueAsync(request.OrganisationId, year, term, cancellationToken);
        var outside = territory.EmployeesOutside;
        var entries = await plans
            .Of(year)
            .Where(row => !outside.Contains(row.Entry.EmployeeId))
            .WhereGiven(request.OrganisationId, id => row => row.Entry.OrganisationId == id)
            .Select(row => new
            {
                row.Entry.OrganisationId,
                row.Entry.Dropped,
                row.Completed,
                row.InTraining,
                row.Applied,
            })
            .ToListAsync(cancellationToken);
        var states = entries.ToLookup(
            entry => entry.OrganisationId,
            entry => PlanEntryStates.Of(entry.Dropped, entry.Completed, entry.InTraining, entry.Applied)
        );
        return new TrainingPlanReport
        {
            Year = year,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.training-plans.basis"),
            Total = Fill(
                new TrainingPlanCounts(),
                counts.Sum(count => count.Due),
                counts.Sum(count => count.Overdue),
                [.. counts.SelectMany(count => states[count.Organisation.Id])]
            ),
            Organisations =
            [
                .. counts.Select(count =>
                    Fill(
                        new TrainingPlanOrganisation { Organisation = count.Organisation },
                        count.Due,
                        count.Overdue,
                        [.. states[count.Organisation.Id]]
                    )
                ),
            ],
            Overdue = request.OrganisationId is { } id ? await OverdueAsync(id, term, cancellationToken) : [],
        };
    }

    private Task<List<Count>> CountDueAsync(
        Guid? organisationId,
        int year,
        TrainingTerm term,
        CancellationToken cancellationToken
    )
    {
        // The first completion that does not run out by the end of the year.
        var next = (term with { AsOf = new DateOnly(year + 1, 1, 1) }).InTimeFrom;
        var inTime = term.InTimeFrom;
        var counted = teachers
            .On(term.AsOf)
            .GroupBy(row => row.OrganisationId)
            .Select(group => new
            {
                OrganisationId = group.Key,
                Due = group.Count(row => row.LastOn == null || row.LastOn < next),
                Overdue = group.Count(row => row.LastOn < inTime),
            });
        var all =
            from organisation in teachers
                .Organisations()
                .WhereGiven(organisationId, id => organisation => organisation.Id == id)
            join count in counted on organisation.Id equals count.OrganisationId into known
            from found in known.DefaultIfEmpty()
            orderby organisation.NameKey, organisation.Id
            select new Count
            {
                Organisation = new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                },
                Due = (int?)found.Due ?? 0,
                Overdue = (int?)found.Overdue ?? 0,
            };
        return all.AsNoTracking().ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TrainingDueItem>> OverdueAsync(
        Guid organisationId,
        TrainingTerm term,
        CancellationToken cancellationToken
    )
    {
        var inTime = term.InTimeFrom;
        var rows = await teachers
            .On(term.AsOf)
            .Where(row => row.OrganisationId == organisationId && row.LastOn < inTime)
            .OrderBy(row => row.LastOn)
            .ThenBy(row => row.NameKey)
            .ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => GetTrainingDueReportHandler.Item(row, term))];
    }

    private static TCounts Fill<TCounts>(
        TCounts counts,
        int due,
        int overdue,
        IReadOnlyCollection<PlanEntryState> states
    )
        where TCounts : TrainingPlanCounts
    {
        var totals = TrainingPlanTotals.Of(states);
        return (TCounts)
            (TrainingPlanCounts)(
                counts with
                {
                    Due = due,
                    Overdue = overdue,
                    Planned = totals.All,
                    Applied = totals.Applied,
                    InTraining = totals.InTraining,
                    Completed = totals.Completed,
                    Left = totals.All - totals.Completed,
                    Dropped = totals.Dropped,
                    CompletedPercent = TrainingDueShare.Of(totals.Completed, totals.All).Percent,
                }
            );
    }

    private sealed class Count
    {
        public OrganisationReference Organisation { get; init; } = null!;

        public int Due { get; init; }

        public int Overdue { get; init; }
    }
}
