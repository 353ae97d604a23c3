using System.Linq.Expressions;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>Enrolments as lists show them, with names beside ids, whichever list asks.</summary>
internal static class EnrolmentItems
{
    public static Expression<Func<Enrolment, EnrolmentListItem>> Projection(
        ILearningStore store,
        ITerritoryStore territory
    )
    {
        var (employees, organisations) = (territory.SeenEmployees, territory.Organisations.References());
        var (courses, teams) = (store.Courses.References(), store.Teams.References());
        return enrolment => new EnrolmentListItem
        {
            Id = enrolment.Id,
            Course = courses.First(course => course.Id == enrolment.CourseId),
            EmployeeId = enrolment.EmployeeId,
            FullName = employees
                .Where(employee => employee.Id == enrolment.EmployeeId)
                .Select(employee => employee.FullName)
                .FirstOrDefault(),
            Organisation = organisations.First(organisation => organisation.Id == enrolment.OrganisationId),
            Team = teams.FirstOrDefault(team => team.Id == enrolment.TeamId),
            State = enrolment.State,
            HalfYear = enrolment.HalfYear,
            Arrival = enrolment.Arrival,
            ArrivedOn = enrolment.ArrivedOn,
            EnrolledOn = enrolment.EnrolledOn,
            WithdrawnOn = enrolment.WithdrawnOn,
            FundingSource = enrolment.FundingSource,
            Version = enrolment.Version,
        };
    }
}
