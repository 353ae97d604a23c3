using FluentValidation;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.Reports;

/// <summary>Which heads have a retraining in management, by position, and who has none (POL-27).</summary>
[Permission(TrainingReportPermissions.ReadTrainingPlans)]
public sealed record GetManagementRetrainingReport : ListQuery, IReportQuery<ManagementRetrainingReport>, IPeriodQuery
{
    /// <summary>First day of the period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the period; the state of this day, or of today where it is still to come.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The period as an academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear? AcademicYear { get; init; }

    /// <summary>The day asked about; today by default.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Heads of one organisation.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Heads in one position: for example directors without their deputies.</summary>
    public Guid? PositionId { get; init; }

    public ReportWorkbook ToWorkbook(ManagementRetrainingReport report) =>
        ManagementRetrainingReportWorkbook.Of(report);
}

internal sealed class GetManagementRetrainingReportValidator : AbstractValidator<GetManagementRetrainingReport>
{
    public GetManagementRetrainingReportValidator() => RuleFor(query => query.AsOf).ReasonableDay();
}

internal sealed class GetManagementRetrainingReportHandler(
    ITrainingStore training,
    ITerritoryStore territory,
    IClock clock,
    Caller caller
) : IQueryHandler<GetManagementRetrainingReport, ManagementRetrainingReport>
{
    /// <summary>
    /// By what a retraining is known to be one in management: stems, since titles decline the words, in the case of the
    /// keys.
    /// </summary>
    private const string Management = "МЕНЕДЖМЕНТ";
    private const string Leading = "УПРАВЛЕНИ";

    internal static readonly SortFields<Head> Sort = new SortFields<Head>("organisation,name")
        .Add("organisation", head => head.OrganisationKey)
        .Add("name", head => head.NameKey);

    public async Task<Result<ManagementRetrainingReport>> Handle(
        GetManagementRetrainingReport request,
        CancellationToken cancellationToken
    )
    {
        if (!request.Day(request.AsOf, clock.Today).Succeeded(out var asOf, out var wrong))
        {
            return wrong;
        }

        var heads = Heads(asOf)
            .WhereGiven(request.OrganisationId, id => head => head.OrganisationId == id)
            .WhereGiven(request.PositionId, id => head => head.PositionId == id);

        // The day is part of the filter to which the cursor is bound.
        var page = await heads
            .Where(head => !head.Retrained)
            .ToPageAsync(request with { AsOf = asOf }, Sort, head => head, cancellationToken);
        if (!page.Succeeded(out var found, out var error))
        {
            return error;
        }

        var counts = await heads
            .GroupBy(head => new
            {
                head.PositionId,
                head.Position,
                head.Retrained,
            })
            .Select(group => new Count(group.Key.PositionId, group.Key.Position, group.Key.Retrained, group.Count()))
            .ToListAsync(cancellationToken);
        return new ManagementRetrainingReport
        {
            AsOf = asOf,
            ComputedAt = clock.Now,
            Basis = Texts.Texts.Get("report.management-retraining.basis"),
            Total = Fill(new ManagementRetrainingCounts(), counts),
            Positions =
            [
                .. counts
                    .GroupBy(count => count.PositionId)
                    .Select(group =>
                        Fill(
                            new ManagementRetrainingPosition
                            {
                                PositionId = group.Key,
                                Position = group.First().Position,
                            },
                            group
                        )
                    )
                    .OrderByName(row => row.Position),
            ],
            Without = new Page<ManagementRetrainingItem>([.. found.Items.Select(Item)], found.Next, found.Total),
        };
    }

    /// <summary>
    /// Everybody in a managing position on the day, once, at the place that represents him: the main one, else the
    /// earliest begun, among those the caller answers for. Training counts wherever it was entered.
    /// </summary>
    private IQueryable<Head> Heads(DateOnly asOf)
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var positions = territory.Positions;
        var (organisations, employees) = (territory.OrganisationsOutside, territory.EmployeesOutside);
        var places = territory.Employments.Where(place =>
            !organisations.Contains(place.OrganisationId)
            && !employees.Contains(place.EmployeeId)
            && (all || reach.Contains(place.OrganisationId))
            && place.From <= asOf
            && (place.To == null || place.To >= asOf)
            && positions.Any(position =>
                position.Id == place.PositionId && position.Category == PositionCategory.Managing
            )
        );
        var rows =
            from place in places
            where
                !places.Any(other =>
                    other.EmployeeId == place.EmployeeId
                    && (
                        (other.Kind == EmploymentKind.Main && place.Kind != EmploymentKind.Main)
                        || (
                            (other.Kind == EmploymentKind.Main) == (place.Kind == EmploymentKind.Main)
                            && (other.From < place.From || (other.From == place.From && other.Id < place.Id))
                        )
                    )
                )
            join employee in territory.SeenEmployees on place.EmployeeId equals employee.Id
            join position in positions on place.PositionId equals position.Id
            join organisation in territory.Organisations on place.OrganisationId equals organisation.Id
            select new Head
            {
                Id = employee.Id,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                NameKey = employee.NameKey,
                PositionId = position.Id,
                Position = position.Name,
                OrganisationId = organisation.Id,
                OrganisationCode = organisation.Code,
                OrganisationName = organisation.ShortName,
                OrganisationKey = organisation.NameKey,
                Retrained =
                    training
                        .Set<TrainingRecord>()
                        .Any(record =>
                            record.EmployeeId == employee.Id
                            && record.State == TrainingRecordState.Recorded
                            && record.Kind == ProgrammeKind.Retraining
                            && record.CompletedOn <= asOf
                            && (
                                record.TopicsKey.Contains(Management)
                                || record.TopicsKey.Contains(Leading)
                                || record.TitleKey.Contains(Management)
                                || record.TitleKey.Contains(Leading)
                            )
                        )
                    || training
                        .Set<Enrolment>()
                        .Any(enrolment =>
                            enrolment.EmployeeId == employee.Id
                            && enrolment.State == EnrolmentState.Completed
                            && training
                                .Set<Course>()
                                .Any(course =>
                                    course.Id == enrolment.CourseId
                                    && course.EndsOn <= asOf
                                    && training
                                        .Set<Programme>()
                                        .Any(programme =>
                                            programme.Id == course.ProgrammeId
                                            && programme.Kind == ProgrammeKind.Retraining
                                            && programme.Line == ProgrammeLine.Management
                                        )
                                )
                        ),
            };
        return rows.IgnoreQueryFilters([QueryFilters.Organisations]).AsNoTracking();
    }

    private static TCounts Fill<TCounts>(TCounts counts, IEnumerable<Count> of)
        where TCounts : ManagementRetrainingCounts
    {
        var all = of.ToList();
        var whole = all.Sum(count => count.People);
        var retrained = all.Where(count => count.Retrained).Sum(count => count.People);
        return (TCounts)
            (ManagementRetrainingCounts)(
                counts with
                {
                    Base = whole,
                    Retrained = TrainingDueShare.Of(retrained, whole),
                }
            );
    }

    private static ManagementRetrainingItem Item(Head head) =>
        new()
        {
            EmployeeId = head.Id,
            FullName = head.Patronymic is null
                ? $"{head.LastName} {head.FirstName}"
                : $"{head.LastName} {head.FirstName} {head.Patronymic}",
            Position = head.Position,
            Organisation = new OrganisationReference
            {
                Id = head.OrganisationId,
                Code = head.OrganisationCode,
                ShortName = head.OrganisationName,
            },
        };

    private sealed record Count(Guid PositionId, string Position, bool Retrained, int People);

    internal sealed class Head
    {
        /// <summary>Of the employee.</summary>
        public Guid Id { get; init; }

        public string LastName { get; init; } = "";

        public string FirstName { get; init; } = "";

        public string? Patronymic { get; init; }

        public string NameKey { get; init; } = "";

        public Guid PositionId { get; init; }

        public string Position { get; init; } = "";

        public Guid OrganisationId { get; init; }

        public string OrganisationCode { get; init; } = "";

        public string OrganisationName { get; init; } = "";

        public string OrganisationKey { get; init; } = "";

        public bool Retrained { get; init; }
    }
}
