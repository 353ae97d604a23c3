using System.Globalization;

namespace MethodCenter.Domain.Learning.Topics;

/// <summary>The topics of a centre, found by code and by every name.</summary>
public sealed class TopicVocabulary
{
    private const string MadeCode = "t-";

    private readonly Dictionary<Guid, Topic> _byId = [];
    private readonly Dictionary<string, Topic> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Topic> _byKey = new(StringComparer.Ordinal);

    public TopicVocabulary(IEnumerable<Topic> topics)
    {
        foreach (var topic in topics)
        {
            Add(topic);
        }
    }

    /// <summary>The topic that a text means, by the one into which it was merged; null: none.</summary>
    public Topic? Find(string text)
    {
        var found = _byKey.GetValueOrDefault(TopicNames.KeyOf(text)) ?? _byCode.GetValueOrDefault(text.Trim());

        // No further than there are topics: rows that lead in a circle, however they came about, lead to none.
        for (var step = 0; found?.MergedIntoId is { } next; step++)
        {
            found = step < _byId.Count ? _byId.GetValueOrDefault(next) : null;
        }

        return found;
    }

    /// <summary>What stands in the keys of whatever is about the topic; of an unknown one its own form.</summary>
    public IReadOnlyList<string> PartsOf(string text) =>
        Find(text) is { } topic
            ? [.. new[] { topic.Name }.Concat(topic.OtherNames ?? []).Select(TopicNames.PartOf).Distinct()]
            : [TopicNames.PartOf(text)];

    /// <summary>The name that programmes bear for what a text means; of an unknown topic the text itself.</summary>
    public string NameOf(string text) => Find(text)?.Name ?? text;

    /// <summary>
    /// Of topics with several names or a code: the normal form of each, and behind it what stands in the keys of whatever
    /// bears another. For queries that compare one text with many.
    /// </summary>
    public IReadOnlyList<string> Aliases() =>
        [
            .. _byKey
                .Keys.Concat(_byCode.Keys.Select(TopicNames.KeyOf))
                .SelectMany(key =>
                    PartsOf(key).Where(part => part != TopicNames.PartOf(key)).Select(part => key + part)
                )
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Another topic than this has the name, or had it.</summary>
    public bool IsTaken(string name, Guid? self) =>
        _byKey.TryGetValue(TopicNames.KeyOf(name), out var bearer) && bearer.Id != self;

    /// <summary>Topics of a programme by the names of the vocabulary. Whatever it lacks is added to it.</summary>
    /// <param name="texts">Names or codes, as people write them.</param>
    /// <param name="borne">Topics that the programme bears already; of those an archived one stays.</param>
    public Result<TopicChoice> Choose(IReadOnlyList<string> texts, IReadOnlyList<string> borne)
    {
        var names = new List<string>();
        var added = new List<Topic>();
        foreach (var text in TopicNames.Normal(texts))
        {
            var topic = Find(text);
            if (topic is null)
            {
                topic = Topic.Register(NextCode(), text);
                Add(topic);
                added.Add(topic);
            }

            if (topic.State == TopicState.Archived && !borne.Contains(topic.Name))
            {
                return TopicErrors.Archived(topic.Name);
            }

            names.Add(topic.Name);
        }

        return new TopicChoice(TopicNames.Normal(names), added);
    }

    private void Add(Topic topic)
    {
        _byId.Add(topic.Id, topic);
        _byCode[topic.Code] = topic;
        foreach (var name in new[] { topic.Name }.Concat(topic.OtherNames ?? []))
        {
            // A merged topic has its name no longer: the one that took its place has it.
            if (topic.State != TopicState.Merged || !_byKey.ContainsKey(TopicNames.KeyOf(name)))
            {
                _byKey[TopicNames.KeyOf(name)] = topic;
            }
        }
    }

    private string NextCode()
    {
        var last = _byCode
            .Keys.Where(code => code.StartsWith(MadeCode, StringComparison.OrdinalIgnoreCase))
            .Select(code =>
                int.TryParse(code.AsSpan(MadeCode.Length), NumberStyles.None, null, out var number) ? number : 0
            )
            .DefaultIfEmpty()
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{MadeCode}{last + 1}");
    }
}

/// <summary>Topics of a programme, and which of them the vocabulary did not have.</summary>
public sealed record TopicChoice(IReadOnlyList<string> Names, IReadOnlyList<Topic> Added);
