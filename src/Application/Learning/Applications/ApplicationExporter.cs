using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Applications as rows of a file, in order of arrival: so the file makes the same queue again.</summary>
internal sealed class ApplicationExporter(ILearningStore store, ITerritoryStore territory, IExternalKeys keys)
    : IRowReader
{
    public IAsyncEnumerable<ApplicationRow> Read(ListApplications filter, string? source)
    {
        var (courseKeys, personKeys) = (keys.Of(CourseMatch.Resource, source), keys.Of(PersonMatch.Resource, source));

        // A person who is not to be seen leaves the application without a name.
        var rows =
            from application in ListApplicationsHandler.Filter(store.Applications.AsNoTracking(), filter)
            join campaign in store.Campaigns on application.CampaignId equals campaign.Id
            join programme in store.Programmes on application.ProgrammeId equals programme.Id
            join organisation in territory.Organisations on application.OrganisationId equals organisation.Id
            join asked in store.Courses on application.CourseId equals (Guid?)asked.Id into courses
            from course in courses.DefaultIfEmpty()
            join seen in territory.SeenEmployees on application.EmployeeId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            orderby application.SubmittedOn, application.Arrival ?? int.MaxValue, application.Id
            select new ApplicationRow
            {
                Campaign = campaign.Title,
                Programme = programme.Title,
                ProgrammeCode = programme.Code,
                CourseKey = courseKeys.Where(key => key.Id == application.CourseId).Min(key => key.Key),
                AcademicYear = course == null ? null : course.AcademicYear,
                CourseNumber = course == null ? null : course.Number,
                CourseTitle = course == null ? null : course.Title,
                EmployeeKey = personKeys.Where(key => key.Id == application.EmployeeId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                HalfYear = application.HalfYear,
                On = application.SubmittedOn,
                State = application.State,
            };
        return rows.AsAsyncEnumerable();
    }
}
