using MethodCenter.Application.Learning.Topics;

namespace MethodCenter.Api.Learning.Topics;

/// <summary>Topics.</summary>
internal static class TopicEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "topics",
            new Heading(
                "Topics",
                "Keep the vocabulary of topics, so that programmes on one thing are found and counted together."
            )
        );
        group.Post("", RegisterTopic);
        group.Get("", ListTopics);
        group.Get("{id:guid}", GetTopic);
        group.Patch("{id:guid}", RenameTopic);
        group.Post("{id:guid}/archiving", ArchiveTopic);
        group.Post("{id:guid}/reopening", ReopenTopic);
        group.Post("{id:guid}/merger", MergeTopic);
    }

    /// <summary>Enter a topic</summary>
    /// <remarks>A code and a name of the centre. A programme that names a topic which is not there adds it by itself, with a warning.</remarks>
    private static Task<CreatedOutcome<TopicDetails>> RegisterTopic(Body<RegisterTopic> body, Web web) =>
        web.Create(body.Value, topic => $"{Routes.Base}/topics/{topic.Id}");

    /// <summary>List topics</summary>
    /// <remarks>The vocabulary, by words of the name or state.</remarks>
    private static Task<OkOutcome<Page<TopicListItem>>> ListTopics(Query<ListTopics> query, Web web) =>
        web.Read(query.Value);

    /// <summary>Topic</summary>
    /// <remarks>One topic with all names by which it is found; the ETag is its revision.</remarks>
    private static Task<OkOutcome<TopicDetails>> GetTopic(Guid id, Web web) => web.Read(new GetTopic(id));

    /// <summary>Rename a topic</summary>
    /// <remarks>Its programmes bear the new name; it is still found by the former one.</remarks>
    private static Task<OkOutcome<TopicDetails>> RenameTopic(
        Guid id,
        Patch<TopicBody> patch,
        IfMatch ifMatch,
        Web web
    ) => web.Patch(new GetTopic(id), patch, ifMatch, body => new RenameTopic(id, ifMatch.Version, body));

    /// <summary>Archive a topic</summary>
    /// <remarks>Programmes keep it and reports count it; no programme takes it on.</remarks>
    private static Task<OkOutcome<TopicDetails>> ArchiveTopic(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new ArchiveTopic(id, ifMatch.Version));

    /// <summary>Take an archived topic into use again</summary>
    /// <remarks>Programmes may take it on as before.</remarks>
    private static Task<OkOutcome<TopicDetails>> ReopenTopic(Guid id, IfMatch ifMatch, Web web) =>
        web.Change(new ReopenTopic(id, ifMatch.Version));

    /// <summary>Merge a topic into another</summary>
    /// <remarks>Two spellings of one thing become one: programmes bear the topic that remains, which is found by the names of both.</remarks>
    private static Task<OkOutcome<TopicDetails>> MergeTopic(
        Guid id,
        Body<TopicMergerBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new MergeTopic(id, ifMatch.Version, body.Value));
}
