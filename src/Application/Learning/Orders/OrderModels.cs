using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>An order.</summary>
public sealed record OrderDetails : DetailsModel
{
    public OrderKind Kind { get; init; }

    public OrderState State { get; init; }

    public Guid CourseId { get; init; }

    public string? CourseTitle { get; init; }

    public int? CourseNumber { get; init; }

    /// <summary>Year of the book of orders.</summary>
    public int Year { get; init; }

    /// <summary>Number within the year, with the index of the kind.</summary>
    public string Number { get; init; } = "";

    public DateOnly Date { get; init; }

    /// <summary>On what it is based.</summary>
    public string? Basis { get; init; }

    /// <summary>Of an expulsion: the day from which the learners are expelled; null: the date of the order.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>Of an expulsion: why.</summary>
    public string? Reason { get; init; }

    /// <summary>What the order says behind its list; none: what every order of the kind says.</summary>
    public IReadOnlyList<OrderPoint> Points
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>On whom the control is laid; null: the head keeps it.</summary>
    public string? Control { get; init; }

    /// <summary>The head who has signed it, as he was called on that day; null: not known.</summary>
    public OrderSignatory? Signatory { get; init; }

    public int LearnerCount { get; init; }

    /// <summary>The instant of the signature; null: a draft.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>The signature has closed enrolment on the course.</summary>
    public bool ClosedRegistration { get; init; }

    public DateOnly? CancelledOn { get; init; }

    public string? CancellationReason { get; init; }

    /// <summary>The list, in its order.</summary>
    public IReadOnlyList<OrderLineModel> Lines { get; init; } = [];
}

/// <summary>A learner in an order.</summary>
public sealed record OrderLineModel
{
    /// <summary>Place in the list, from 1.</summary>
    public int Number { get; init; }

    public Guid EnrolmentId { get; init; }

    /// <summary>Family name, given name, patronymic.</summary>
    public string FullName { get; init; } = "";

    /// <summary>Short name of the organisation that sends the learner.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The learner's position; null: not known.</summary>
    public string? Position { get; init; }

    /// <summary>State of the enrolment before the signature; null: not signed.</summary>
    public EnrolmentState? StateBefore { get; init; }

    /// <summary>State after the signature.</summary>
    public EnrolmentState? StateAfter { get; init; }
}

/// <summary>An order in the book of orders.</summary>
public sealed record OrderListItem
{
    public Guid Id { get; init; }

    public OrderKind Kind { get; init; }

    public OrderState State { get; init; }

    /// <summary>Number within the year, with the index of the kind.</summary>
    public string Number { get; init; } = "";

    public DateOnly Date { get; init; }

    public Guid CourseId { get; init; }

    /// <summary>Title of the course.</summary>
    public string CourseTitle { get; init; } = "";

    /// <summary>Number of the course within its academic year.</summary>
    public int CourseNumber { get; init; }

    /// <summary>Academic year of the course, e.g. <c>2019-2020</c>.</summary>
    public AcademicYear AcademicYear { get; init; }

    /// <summary>Learners on the list.</summary>
    public int LearnerCount { get; init; }

    public int Version { get; init; }
}

internal sealed class OrderProjections : Profile
{
    public OrderProjections()
    {
        CreateProjection<OrderLine, OrderLineModel>();
        CreateProjection<Order, OrderDetails>()
            .Beside(model => model.CourseTitle, order => order.CourseId, (Course course) => course.Title)
            .Beside(model => model.CourseNumber, order => order.CourseId, (Course course) => (int?)course.Number)
            .ForMember(model => model.Warnings, options => options.Ignore())
            .ForMember(
                model => model.Lines,
                options => options.MapFrom(order => order.Lines.OrderBy(line => line.Number))
            );
    }
}
