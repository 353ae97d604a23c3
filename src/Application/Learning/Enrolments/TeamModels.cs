using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Territory.Organisations;

namespace MethodCenter.Application.Learning.Enrolments;

/// <summary>A team on a course. Its members are enrolments: <c>GET /courses/{courseId}/enrolments?teamId=…</c>.</summary>
public sealed record TeamDetails : DetailsModel
{
    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    /// <summary>The organisation that sends the team.</summary>
    public Guid OrganisationId { get; init; }

    public string? OrganisationName { get; init; }

    /// <summary>Name of the team.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A team in the list of a course.</summary>
public sealed record TeamListItem
{
    public Guid Id { get; init; }

    /// <summary>Name of the team.</summary>
    public string Name { get; init; } = "";

    public OrganisationReference Organisation { get; init; } = null!;

    /// <summary>Members who hold a seat.</summary>
    public int Enrolled { get; init; }

    /// <summary>Members on the waiting list.</summary>
    public int Waiting { get; init; }

    /// <summary>Members who have completed the course.</summary>
    public int Completed { get; init; }

    /// <summary>Members who were withdrawn; all of them: the team has dissolved.</summary>
    public int Withdrawn { get; init; }

    public int Version { get; init; }
}

/// <summary>The team with which a learner was sent.</summary>
public sealed record TeamReference
{
    public Guid Id { get; init; }

    /// <summary>Name of the team.</summary>
    public string Name { get; init; } = "";
}

internal static class TeamReferences
{
    public static IQueryable<TeamReference> References(this IQueryable<Team> teams) =>
        teams.Select(team => new TeamReference { Id = team.Id, Name = team.Name });
}

internal sealed class TeamProjections : Profile
{
    public TeamProjections() =>
        CreateProjection<Team, TeamDetails>()
            .Beside(model => model.CourseTitle, team => team.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, team => team.CourseId, (Course course) => (int?)course.Number)
            .Beside(
                model => model.OrganisationName,
                team => team.OrganisationId,
                (Organisation organisation) => organisation.ShortName
            )
            .ForMember(model => model.Warnings, options => options.Ignore());
}
