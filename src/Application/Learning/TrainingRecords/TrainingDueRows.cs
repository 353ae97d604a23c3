using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Security;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.TrainingRecords;
using MethodCenter.Domain.Organizations.Employees;
using MethodCenter.Domain.Organizations.Organisations;
using MethodCenter.Domain.Organizations.Positions;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.TrainingRecords;

/// <summary>A teacher on a day, with his latest training that counts.</summary>
internal sealed class TrainingDueRow
{
    /// <summary>Of the employee.</summary>
    public Guid Id { get; init; }

    public string LastName { get; init; } = "";

    public string FirstName { get; init; } = "";

    public string? Patronymic { get; init; }

    public string NameKey { get; init; } = "";

    public Guid OrganisationId { get; init; }

    public string OrganisationCode { get; init; } = "";

    public string OrganisationName { get; init; } = "";

    public string OrganisationKey { get; init; } = "";

    /// <summary>Null: never.</summary>
    public DateOnly? LastOn { get; init; }
}

/// <summary>Who is in the base of the report of due training, as one query that the database answers.</summary>
/// <remarks>
/// Everybody who works in a teaching post on the day stands once, at the place of work that represents him: the main
/// one, else the earliest begun, among those the caller answers for. So the organisations add up to the whole.
/// Training counts wherever it was entered: it stays with the person, and a caller limited to an organisation must not
/// get another state than the centre would.
/// </remarks>
internal sealed class TrainingDueRows(ILearningStore learning, IOrganizationStore organizations, Caller caller)
{
    public IQueryable<TrainingDueRow> On(DateOnly asOf)
    {
        var places = TeachingPlaces(asOf);
        var lasts = Completions(asOf)
            .GroupBy(completion => completion.EmployeeId)
            .Select(group => new { EmployeeId = group.Key, On = group.Max(completion => completion.On) });

        // The default filter by organisations is off in the whole query, since the training has to be seen whole; the
        // places of work above hold the caller's reach instead.
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
            join employee in organizations.Employees.IgnoreQueryFilters([QueryFilters.Organisations])
                on place.EmployeeId equals employee.Id
            join organisation in organizations.Organisations on place.OrganisationId equals organisation.Id
            join found in lasts on place.EmployeeId equals found.EmployeeId into trained
            from last in trained.DefaultIfEmpty()
            select new TrainingDueRow
            {
                Id = employee.Id,
                LastName = employee.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                NameKey = employee.NameKey,
                OrganisationId = organisation.Id,
                OrganisationCode = organisation.Code,
                OrganisationName = organisation.ShortName,
                OrganisationKey = organisation.NameKey,
                LastOn = last == null ? null : last.On,
            };
        return rows.AsNoTracking();
    }

    /// <summary>The organisations that the caller answers for.</summary>
    public IQueryable<Organisation> Organisations()
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        return organizations.Organisations.Where(organisation => all || reach.Contains(organisation.Id));
    }

    private IQueryable<Employment> TeachingPlaces(DateOnly asOf)
    {
        var (all, reach) = (caller.Scope.AllOrganisations, caller.Scope.OrganisationIds);
        var positions = organizations.Positions;
        return organizations.Employments.Where(place =>
            (all || reach.Contains(place.OrganisationId))
            && place.From <= asOf
            && (place.To == null || place.To >= asOf)
            && positions.Any(position =>
                position.Id == place.PositionId && position.Category == PositionCategory.Teaching
            )
        );
    }

    /// <summary>Training that counts (DPO-7), from the records and from the centre's own courses.</summary>
    private IQueryable<Completion> Completions(DateOnly asOf)
    {
        var counting = TrainingNorms.Counting;
        var recorded = learning
            .TrainingRecords.Where(record =>
                record.State == TrainingRecordState.Recorded
                && record.CompletedOn <= asOf
                && counting.Contains(record.Kind)
            )
            .Select(record => new Completion { EmployeeId = record.EmployeeId, On = record.CompletedOn });
        var taught =
            from enrolment in learning.Enrolments
            join course in learning.Courses on enrolment.CourseId equals course.Id
            join programme in learning.Programmes on course.ProgrammeId equals programme.Id
            where
                enrolment.State == EnrolmentState.Completed
                && course.EndsOn <= asOf
                && counting.Contains(programme.Kind)
            select new Completion { EmployeeId = enrolment.EmployeeId, On = course.EndsOn };
        return recorded.Concat(taught);
    }

    private sealed class Completion
    {
        public Guid EmployeeId { get; init; }

        public DateOnly On { get; init; }
    }
}
