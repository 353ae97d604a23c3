using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Training.TrainingPlans;

/// <summary>Asks the records from what a plan-schedule is to be built, in two SQL commands.</summary>
internal sealed class PlanBasisReader(ITrainingStore store, TrainingDueRows teachers, INorms norms, IClock clock)
{
    /// <summary>Who is due in the year, and what is needed. The needs are loaded to be marked as planned.</summary>
    public async Task<Result<PlanBasis>> AskAsync(Guid organisationId, int year, CancellationToken cancellationToken)
    {
        var today = clock.Today;
        if (TrainingTerm.On(today, await norms.GetAsync(cancellationToken)) is not { } term)
        {
            return TrainingPlanErrors.NotRegulated;
        }

        var staff = await teachers
            .On(today)
            .Where(row => row.OrganisationId == organisationId)
            .OrderBy(row => row.NameKey)
            .ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.LastOn })
            .ToListAsync(cancellationToken);
        var needs = await store
            .TrainingNeeds.Where(need =>
                need.OrganisationId == organisationId
                && need.Year == year
                && need.EmployeeId != null
                && need.State != TrainingNeedState.Declined
            )
            .OrderBy(need => need.Id)
            .ToListAsync(cancellationToken);
        var (wanted, satisfied) = (
            needs.Where(need => need.State != TrainingNeedState.Satisfied).ToList(),
            needs.Where(need => need.State == TrainingNeedState.Satisfied).Select(need => need.Id).ToHashSet()
        );
        wanted.ForEach(need => need.Plan());
        var end = new DateOnly(year, 12, 31);
        return new PlanBasis(
            [
                .. staff
                    .Select(one => new DuePerson(one.Id, one.LastOn is { } last ? term.DueOn(last) : null))
                    .Where(one => one.DueOn is null || one.DueOn <= end),
            ],
            staff.Where(one => one.LastOn?.Year == year).Select(one => one.Id).ToHashSet(),
            [
                .. wanted.Select(need => new NeededTraining(
                    need.Id,
                    need.EmployeeId!.Value,
                    need.ProgrammeId,
                    need.Topic
                )),
            ],
            satisfied
        );
    }
}
