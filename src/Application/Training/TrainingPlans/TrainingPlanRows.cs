using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>An entry of a plan-schedule with what is known of it elsewhere.</summary>
internal sealed class TrainingPlanRow
{
    public TrainingPlanEntry Entry { get; init; } = null!;

    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    public string? Title { get; init; }

    public bool Completed { get; init; }

    public bool InTraining { get; init; }

    public bool Applied { get; init; }

    public PlanEntryState State => PlanEntryStates.Of(Entry.Dropped, Completed, InTraining, Applied);
}

/// <summary>Entries of plan-schedules with their states, as one query that the database answers.</summary>
/// <remarks>
/// A training belongs to an entry when it is of its programme, or, where no programme is chosen, when it counts for DPO-7.
/// What a person has studied stays with him, whoever sent him: no filter by organisations there. The entries themselves
/// are those of the caller's organisations.
/// </remarks>
internal sealed class TrainingPlanRows(ITrainingStore store, ITerritoryStore territory, IClock clock, Caller caller)
{
    public IQueryable<TrainingPlanRow> Of(int year)
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var (begin, end, today) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), clock.Today);
        var counting = TrainingNorms.Counting;
        var taken =
            from enrolment in store.Enrolments
            join course in store.Courses on enrolment.CourseId equals course.Id
            join taught in store.Programmes on course.ProgrammeId equals taught.Id
            where course.StartsOn <= end && course.EndsOn >= begin
            select new
            {
                enrolment.EmployeeId,
                enrolment.State,
                course.ProgrammeId,
                taught.Kind,
                course.StartsOn,
                course.EndsOn,
            };
        var rows =
            from entry in store.TrainingPlanEntries
            where entry.Year == year && (all || reach.Contains(entry.OrganisationId))
            join employee in territory.SeenEmployees on entry.EmployeeId equals employee.Id
            join named in store.Programmes on entry.ProgrammeId equals (Guid?)named.Id into chosen
            from programme in chosen.DefaultIfEmpty()
            orderby entry.Quarter ?? 5, employee.NameKey, entry.Id
            select new TrainingPlanRow
            {
                Entry = entry,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                Title = programme == null ? null : programme.Title,
                Completed =
                    store
                        .Set<TrainingRecord>()
                        .Any(record =>
                            record.EmployeeId == entry.EmployeeId
                            && record.State == TrainingRecordState.Recorded
                            && record.CompletedOn >= begin
                            && record.CompletedOn <= end
                            && (
                                entry.ProgrammeId == null
                                    ? counting.Contains(record.Kind)
                                    : record.TitleKey == programme!.TitleKey
                            )
                        )
                    || taken.Any(one =>
                        one.EmployeeId == entry.EmployeeId
                        && one.State == EnrolmentState.Completed
                        && one.EndsOn <= end
                        && (
                            entry.ProgrammeId == null
                                ? counting.Contains(one.Kind)
                                : one.ProgrammeId == entry.ProgrammeId
                        )
                    ),
                InTraining = taken.Any(one =>
                    one.EmployeeId == entry.EmployeeId
                    && one.State == EnrolmentState.Enrolled
                    && one.StartsOn <= today
                    && (entry.ProgrammeId == null ? counting.Contains(one.Kind) : one.ProgrammeId == entry.ProgrammeId)
                ),
                Applied =
                    taken.Any(one =>
                        one.EmployeeId == entry.EmployeeId
                        && (one.State == EnrolmentState.Enrolled || one.State == EnrolmentState.Waiting)
                        && (
                            entry.ProgrammeId == null
                                ? counting.Contains(one.Kind)
                                : one.ProgrammeId == entry.ProgrammeId
                        )
                    )
                    || store
                        .Set<TrainingApplication>()
                        .Any(application =>
                            application.EmployeeId == entry.EmployeeId
                            && application.State != ApplicationState.Refused
                            && application.State != ApplicationState.Withdrawn
                            && application.SubmittedOn >= begin
                            && application.SubmittedOn <= end
                            && (entry.ProgrammeId == null || application.ProgrammeId == entry.ProgrammeId)
                        ),
            };
        return rows.IgnoreQueryFilters([QueryFilters.Organisations]).AsNoTracking();
    }

    /// <summary>A plan with its entries, two SQL commands; null: there is none within the caller's reach.</summary>
    public async Task<TrainingPlanDetails?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var plan = await (
            from one in store.TrainingPlans
            join organisation in territory.Organisations on one.OrganisationId equals organisation.Id
            where one.Id == id
            select new TrainingPlanDetails
            {
                Id = one.Id,
                Version = one.Version,
                Organisation = new OrganisationReference
                {
                    Id = organisation.Id,
                    Code = organisation.Code,
                    ShortName = organisation.ShortName,
                },
                Year = one.Year,
                BuiltOn = one.BuiltOn,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        if (plan is null)
        {
            return null;
        }

        var rows = await Of(plan.Year).Where(row => row.Entry.TrainingPlanId == id).ToListAsync(cancellationToken);
        return plan with
        {
            Totals = TrainingPlanTotals.Of([.. rows.Select(row => row.State)]),
            Entries = [.. rows.Select(Model)],
        };
    }

    private static TrainingPlanEntryModel Model(TrainingPlanRow row) =>
        new()
        {
            Id = row.Entry.Id,
            EmployeeId = row.Entry.EmployeeId,
            FullName = row.Patronymic is null
                ? $"{row.LastName} {row.FirstName}"
                : $"{row.LastName} {row.FirstName} {row.Patronymic}",
            Origin = row.Entry.Origin,
            NeedId = row.Entry.NeedId,
            DueOn = row.Entry.DueOn,
            ProgrammeId = row.Entry.ProgrammeId,
            Subject = row.Title ?? row.Entry.Topic,
            Provider = row.Entry.Provider,
            Quarter = row.Entry.Quarter,
            Month = row.Entry.Month,
            Edited = row.Entry.Edited,
            State = row.State,
            DropReason = row.Entry.DropReason,
        };
}
