using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrolments as rows of a file, in order of arrival: so the file seats the same persons again.</summary>
internal sealed class EnrolmentExporter(ILearningStore store, ITerritoryStore territory, IExternalKeys keys)
    : IRowReader
{
    public IAsyncEnumerable<EnrolmentRow> Read(FindEnrolments filter, string? source)
    {
        var (courseKeys, personKeys) = (keys.Of(CourseMatch.Resource, source), keys.Of(PersonMatch.Resource, source));
        var enrolments = FindEnrolmentsHandler.Filter(store, territory, filter).AsNoTracking();
        var (employments, teams) = (territory.Employments, store.Teams);

        // A person who is not to be seen leaves the enrolment without a name.
        var rows =
            from enrolment in enrolments
            join course in store.Courses on enrolment.CourseId equals course.Id
            join organisation in territory.Organisations on enrolment.OrganisationId equals organisation.Id
            join seen in territory.SeenEmployees on enrolment.EmployeeId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            let isGuest = organisation.OutsideTerritory
                && !employments.Any(place =>
                    place.EmployeeId == enrolment.EmployeeId && place.OrganisationId == organisation.Id
                )
            orderby course.AcademicYear, course.Number, enrolment.Arrival, enrolment.Id
            select new EnrolmentRow
            {
                CourseKey = courseKeys.Where(key => key.Id == course.Id).Min(key => key.Key),
                AcademicYear = course.AcademicYear,
                CourseNumber = course.Number,
                CourseTitle = course.Title,
                EmployeeKey = personKeys.Where(key => key.Id == enrolment.EmployeeId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = isGuest ? null : organisation.ShortName,
                OrganisationCode = isGuest ? null : organisation.Code,
                Team = teams.Where(team => team.Id == enrolment.TeamId).Select(team => team.Name).FirstOrDefault(),
                Sender = isGuest ? organisation.ShortName : null,
                SenderCode = isGuest ? organisation.Code : null,
                FundingSource = enrolment.FundingSource,
                FundingReference = enrolment.FundingReference,
                HalfYear = enrolment.HalfYear,
                On = enrolment.ArrivedOn,
                State = enrolment.State,
            };
        return rows.AsAsyncEnumerable();
    }
}
