using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Courses;

/// <summary>A course: one delivery of a programme.</summary>
public sealed record CourseDetails : DetailsModel
{
    /// <summary>Number within the academic year, in order of registration.</summary>
    public int Number { get; init; }

    public Guid ProgrammeId { get; init; }

    /// <summary>Title of the programme on the day of registration.</summary>
    public string Title { get; init; } = "";

    public ProgrammeLine Line { get; init; }

    public int Hours { get; init; }

    /// <summary>Edition of the programme by which it is taught.</summary>
    public int ProgrammeEdition { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    public CourseSeason Season { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public StudyForm Form { get; init; }

    public string? Site { get; init; }

    public FundingModel Funding { get; init; } = null!;

    public int Capacity { get; init; }

    public CourseStatus Status { get; init; }

    public string? CancellationReason { get; init; }

    public int SeatsTaken { get; init; }

    public int SeatsFree { get; init; }

    /// <summary>People on the waiting list.</summary>
    public int Waiting { get; init; }
}

/// <summary>A course in a list.</summary>
public sealed record CourseListItem
{
    public Guid Id { get; init; }

    public int Number { get; init; }

    public string Title { get; init; } = "";

    public AcademicYear AcademicYear { get; init; }

    public CourseSeason Season { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public StudyForm Form { get; init; }

    public string? Site { get; init; }

    public CourseStatus Status { get; init; }

    public int Capacity { get; init; }

    public int SeatsTaken { get; init; }

    public int Waiting { get; init; }

    public int Version { get; init; }
}

/// <summary>A course as others show it: enough to tell it from other deliveries of its programme.</summary>
public sealed record CourseReference
{
    public Guid Id { get; init; }

    /// <summary>Number within the academic year.</summary>
    public int Number { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    public string Title { get; init; } = "";

    public DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }
}

/// <summary>Courses as other areas show them, to be composed into queries.</summary>
public static class CourseReferences
{
    public static IQueryable<CourseReference> References(this IQueryable<Course> courses) =>
        courses.Select(course => new CourseReference
        {
            Id = course.Id,
            Number = course.Number,
            AcademicYear = course.AcademicYear,
            Title = course.Title,
            StartsOn = course.StartsOn,
            EndsOn = course.EndsOn,
        });
}

/// <summary>Funding block.</summary>
public sealed record FundingModel
{
    public required FundingSource Source { get; init; }

    /// <summary>Register or contract of the source, e.g. «реестр заказа КО 2020».</summary>
    public string? Reference { get; init; }

    /// <summary>An empty reference is none: two groups of a report must not differ by that.</summary>
    internal FundingBlock ToBlock() => new(Source, string.IsNullOrEmpty(Reference) ? null : Reference);
}

internal sealed class CourseProjections : Profile
{
    public CourseProjections()
    {
        CreateProjection<FundingBlock, FundingModel>();
        CreateProjection<Course, CourseDetails>()
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Funding,
                options =>
                    options.MapFrom(course => new FundingModel
                    {
                        Source = course.Funding.Source,
                        Reference = course.Funding.Reference,
                    })
            )
            .ForMember(
                model => model.SeatsFree,
                options =>
                    options.MapFrom(course =>
                        course.Capacity > course.SeatsTaken ? course.Capacity - course.SeatsTaken : 0
                    )
            );
        CreateProjection<Course, CourseListItem>();
    }
}
