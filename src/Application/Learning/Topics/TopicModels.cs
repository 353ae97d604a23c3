using AutoMapper;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>A topic of the vocabulary.</summary>
public sealed record TopicDetails : DetailsModel
{
    public string Code { get; init; } = "";

    /// <summary>As programmes bear it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Names it had, and names of the topics merged into it: it is found by each.</summary>
    public IReadOnlyList<string> OtherNames
    {
        get;
        init => field = value ?? [];
    } = [];

    public TopicState State { get; init; }

    /// <summary>The topic that took its place; null: none.</summary>
    public Guid? MergedIntoId { get; init; }

    public string? MergedIntoName { get; init; }
}

/// <summary>A topic in a list.</summary>
public sealed record TopicListItem
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public TopicState State { get; init; }

    /// <summary>The topic that took its place; null: none.</summary>
    public Guid? MergedIntoId { get; init; }

    public string? MergedIntoName { get; init; }

    public int Version { get; init; }
}

internal sealed class TopicProjections : Profile
{
    public TopicProjections()
    {
        CreateProjection<Topic, TopicDetails>()
            .Beside(model => model.MergedIntoName, topic => topic.MergedIntoId, (Topic other) => other.Name)
            .ForMember(model => model.Warnings, options => options.Ignore());
        CreateProjection<Topic, TopicListItem>()
            .Beside(model => model.MergedIntoName, topic => topic.MergedIntoId, (Topic other) => other.Name);
    }
}
