using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Infrastructure.Learning.Topics;

internal sealed class TopicsIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?>
        {
            ["ux_topics_centre_id_code"] = TopicErrors.CodeTaken,
            ["ux_topics_centre_id_name_key"] = TopicErrors.NameTaken,
        };
}
