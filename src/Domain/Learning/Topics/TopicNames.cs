namespace MethodCenter.Domain.Learning.Topics;

/// <summary>Topics of programmes and of training, and the form in which one is found without its neighbours.</summary>
public static class TopicNames
{
    public const int Most = 5;
    public const int MaxLength = 60;
    public const int KeyMaxLength = (Most * (MaxLength + 1)) + 1;

    /// <summary>Stands between topics and around them; so it stands in none.</summary>
    public const char Separator = '|';

    /// <summary>The form in which titles and topics are compared. A separator within it is a space.</summary>
    public static string KeyOf(string text) => SearchText.Normalize(text).Replace(Separator, ' ');

    /// <summary>Topics as they are kept: trimmed, each once whatever its case, in order.</summary>
    public static IReadOnlyList<string> Normal(IEnumerable<string> topics) =>
        [
            .. topics
                .Select(topic => topic.Trim())
                .Where(topic => topic.Length > 0)
                .DistinctBy(KeyOf)
                .OrderBy(KeyOf, StringComparer.Ordinal),
        ];

    /// <summary>Normal forms of the topics, each between separators.</summary>
    public static string KeysOf(IEnumerable<string> topics) =>
        Separator + string.Concat(topics.Select(topic => KeyOf(topic) + Separator));

    /// <summary>What stands in the keys of whatever has the topic.</summary>
    public static string PartOf(string topic) => Separator + KeyOf(topic) + Separator;
}
