using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Which teachers are due for training, by person and by organisation (DPO-7, POL-23, KEM-38).</summary>
[Permission(TrainingReportPermissions.ReadTrainingDue)]
public sealed record GetTrainingDueReport : ListQuery, IReportQuery<TrainingDueReport>, IPeriodQuery
{
    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; the state of this day, or of today where it is still to come.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Teachers of one organisation; narrows persons and totals.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Persons in one state; the totals do not change.</summary>
    public TrainingDueState? State { get; init; }

    public ReportWorkbook ToWorkbook(TrainingDueReport report) => TrainingDueReportWorkbook.Of(this, report);
}

internal sealed class GetTrainingDueReportValidator : AbstractValidator<GetTrainingDueReport>
{
    public GetTrainingDueReportValidator() => RuleFor(query => query.AsOf).ReasonableDay();
}

internal sealed class GetTrainingDueReportHandler(TrainingDueRows teachers, INorms norms, IClock clock)
    : IQueryHandler<GetTrainingDueReport, TrainingDueReport>
{
    /// <summary>Stands for «never» in the order: before every day on which somebody can have been trained.</summary>
    private static readonly DateOnly Never = new(1900, 1, 1);

    internal static readonly SortFields<TrainingDueRow> Sort = new SortFields<TrainingDueRow>("dueOn,name")
        .Add("dueOn", row => row.LastOn ?? Never)
        .Add("name", row => row.NameKey)
        .Add("organisation", row => row.OrganisationKey);

    public async Task<Result<TrainingDueReport>> Handle(
        GetTrainingDueReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Day(request.AsOf, clock.Today).Succeeded(out var asOf, out var wrong))
        {
            return wrong;
        }

        if (TrainingTerm.On(asOf, await norms.GetAsync(cancellationToken)) is not { } term)
        {
            return TrainingDueErrors.NotRegulated(asOf);
        }

        var rows = teachers.On(asOf).WhereGiven(request.OrganisationId, id => row => row.OrganisationId == id);

        // The day is part of the filter to which the cursor is bound: a list begun yesterday is refused today, not mixed.
        var page = await InState(rows, request.State, term)
            .ToPageAsync(request with { AsOf = asOf }, Sort, row => row, cancellationToken);
        if (!page.Succeeded(out var found, out var error))
        {
            return error;
        }

        var counts = await CountAsync(asOf, request.OrganisationId, term, cancellationToken);
        return new TrainingDueReport
        {
            AsOf = asOf,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.training-due.basis"),
            PeriodYears = term.Years,
            WarningMonths = term.WarningMonths,
            Rule = term.Rule,
            Total = Totals(counts),
            Organisations = [.. counts.Select(Of)],
            Employees = new Page<TrainingDueItem>(
                [.. found.Items.Select(row => Item(row, term))],
                found.Next,
                found.Total
            ),
        };
    }

    private static IQueryable<TrainingDueRow> InState(
        IQueryable<TrainingDueRow> rows,
        TrainingDueState? state,
        TrainingTerm term
    )
    {
        var (inTime, covered) = (term.InTimeFrom, term.CoveredFrom);
        return state switch
        {
            null => rows,
            TrainingDueState.Never => rows.Where(row => row.LastOn == null),
            TrainingDueState.Overdue => rows.Where(row => row.LastOn < inTime),
            TrainingDueState.Due => rows.Where(row => row.LastOn >= inTime && row.LastOn < covered),
            _ => rows.Where(row => row.LastOn >= covered),
        };
    }

    /// <summary>The states of each organisation, counted by the database. One SQL command.</summary>
    private Task<List<Count>> CountAsync(
        DateOnly asOf,
        Guid? organisationId,
        TrainingTerm term,
        CancellationToken cancellationToken
    )
    {
        var (inTime, covered) = (term.InTimeFrom, term.CoveredFrom);
        var counts = teachers
            .PlacesOn(asOf)
            .WhereGiven(organisationId, id => place => place.OrganisationId == id)
            .GroupBy(place => place.OrganisationId)
            .Select(group => new
            {
                OrganisationId = group.Key,
                Base = group.Count(),
                Never = group.Count(place => place.LastOn == null),
                Overdue = group.Count(place => place.LastOn < inTime),
                Covered = group.Count(place => place.LastOn >= covered),
            });
        var organisations = teachers
            .Organisations()
            .WhereGiven(organisationId, id => organisation => organisation.Id == id);
        var all =
            from organisation in organisations
            join counted in counts on organisation.Id equals counted.OrganisationId into known
            from count in known.DefaultIfEmpty()
            orderby organisation.NameKey, organisation.Id
            select new Count
            {
                Organisation = new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                },
                Base = (int?)count.Base ?? 0,
                Never = (int?)count.Never ?? 0,
                Overdue = (int?)count.Overdue ?? 0,
                Covered = (int?)count.Covered ?? 0,
            };
        return all.AsNoTracking().ToListAsync(cancellationToken);
    }

    private static TrainingDueCounts Totals(List<Count> counts)
    {
        var whole = counts.Sum(count => count.Base);
        return new TrainingDueCounts
        {
            Base = whole,
            Covered = TrainingDueShare.Of(counts.Sum(count => count.Covered), whole),
            Due = TrainingDueShare.Of(counts.Sum(count => count.Due), whole),
            Overdue = TrainingDueShare.Of(counts.Sum(count => count.Overdue), whole),
            Never = TrainingDueShare.Of(counts.Sum(count => count.Never), whole),
        };
    }

    private static TrainingDueOrganisation Of(Count count) =>
        new()
        {
            Organisation = count.Organisation,
            Base = count.Base,
            Covered = TrainingDueShare.Of(count.Covered, count.Base),
            Due = TrainingDueShare.Of(count.Due, count.Base),
            Overdue = TrainingDueShare.Of(count.Overdue, count.Base),
            Never = TrainingDueShare.Of(count.Never, count.Base),
        };

    internal static TrainingDueItem Item(TrainingDueRow row, TrainingTerm term) =>
        new()
        {
            EmployeeId = row.Id,
            FullName = row.Patronymic is null
                ? $"{row.LastName} {row.FirstName}"
                : $"{row.LastName} {row.FirstName} {row.Patronymic}",
            Organisation = new OrganisationReference
            {
                Id = row.OrganisationId,
                Code = row.OrganisationCode,
                ShortName = row.OrganisationName,
            },
            State = term.StateOf(row.LastOn),
            LastCompletedOn = row.LastOn,
            DueOn = row.LastOn is { } last ? term.DueOn(last) : null,
        };

    private sealed class Count
    {
        public OrganisationReference Organisation { get; init; } = null!;

        public int Base { get; init; }

        public int Never { get; init; }

        public int Overdue { get; init; }

        public int Covered { get; init; }

        public int Due => Base - Never - Overdue - Covered;
    }
}
