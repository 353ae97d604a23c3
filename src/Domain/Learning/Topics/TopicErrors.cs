namespace MethodCenter.Domain.Learning.Topics;

/// <summary>Refusals of topics.</summary>
public static class TopicErrors
{
    public static readonly Error NotFound = Error.NotFound("topic.not-found");

    public static readonly Error CodeTaken = Error.Conflict("topic.code-taken").At("/code");

    /// <summary>Another topic has the name, or had it.</summary>
    public static readonly Error NameTaken = Error.Conflict("topic.name-taken").At("/name");

    public static readonly Error Unknown = Error.Unprocessable("topic.unknown").At("/topicId");

    public static readonly Error IntoItself = Error.Unprocessable("topic.into-itself").At("/topicId");

    public static Error IntoUnused(string name) =>
        Error.Unprocessable("topic.into-unused").With("name", name).At("/topicId");

    public static Error WrongState(TopicState state) => Error.Conflict("topic.wrong-state").With("state", state);

    /// <summary>A programme takes on no archived topic.</summary>
    public static Error Archived(string name) => Error.Unprocessable("topic.archived").With("name", name).At("/topics");
}
