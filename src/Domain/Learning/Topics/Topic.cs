namespace MethodCenter.Domain.Learning.Topics;

/// <summary>State of a topic.</summary>
public enum TopicState
{
    /// <summary>In use.</summary>
    InUse,

    /// <summary>Archived: programmes keep it, none takes it on.</summary>
    Archived,

    /// <summary>Merged into another, by whose name programmes bear it now.</summary>
    Merged,
}

/// <summary>Тема: an entry of the centre's vocabulary of what programmes and training are about (KEM-38).</summary>
/// <remarks>
/// Training records of other providers name topics as their papers do. So a topic is found by every name that it has or
/// had, and by those of the topics that were merged into it.
/// </remarks>
public sealed class Topic : AggregateRoot
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = TopicNames.MaxLength;
    public const int MostOtherNames = 100;
    public const int OtherNamesMaxLength = 2 * MostOtherNames * (NameMaxLength + 3);

    private Topic() { }

    /// <summary>The centre's own code; never changes.</summary>
    public string Code { get; private init; } = null!;

    /// <summary>As programmes bear it.</summary>
    public string Name { get; private set; } = null!;

    public string NameKey { get; private set; } = null!;

    /// <summary>Names it had, and names of those merged into it; null: none.</summary>
    public IReadOnlyList<string>? OtherNames { get; private set; }

    public TopicState State { get; private set; } = TopicState.InUse;

    /// <summary>The topic that took its place.</summary>
    public Guid? MergedIntoId { get; private set; }

    public static Topic Register(string code, string name)
    {
        var topic = new Topic { Code = code };
        topic.Write(name);
        return topic;
    }

    /// <summary>The other names stay: what was written by them is still about this.</summary>
    public Result<Nothing> Rename(string name)
    {
        if (State == TopicState.Merged)
        {
            return TopicErrors.WrongState(State);
        }

        var former = Name;
        Write(name);
        Remember([former]);
        return Nothing.Done;
    }

    public Result<Nothing> Archive()
    {
        if (State != TopicState.InUse)
        {
            return TopicErrors.WrongState(State);
        }

        State = TopicState.Archived;
        return Nothing.Done;
    }

    public Result<Nothing> Reopen()
    {
        if (State != TopicState.Archived)
        {
            return TopicErrors.WrongState(State);
        }

        State = TopicState.InUse;
        return Nothing.Done;
    }

    /// <summary>Two spellings of one thing become one topic, which is found by the names of both.</summary>
    public Result<Nothing> MergeInto(Topic remaining)
    {
        if (remaining.Id == Id)
        {
            return TopicErrors.IntoItself;
        }

        if (State == TopicState.Merged)
        {
            return TopicErrors.WrongState(State);
        }

        if (remaining.State != TopicState.InUse)
        {
            return TopicErrors.IntoUnused(remaining.Name);
        }

        remaining.Remember([Name, .. OtherNames ?? []]);
        (State, MergedIntoId, OtherNames) = (TopicState.Merged, remaining.Id, null);
        return Nothing.Done;
    }

    private void Write(string name)
    {
        Name = TopicNames.Normal([name])[0];
        NameKey = TopicNames.KeyOf(Name);
    }

    private void Remember(IEnumerable<string> names)
    {
        List<string> others =
        [
            .. (OtherNames ?? [])
                .Concat(names)
                .DistinctBy(TopicNames.KeyOf)
                .Where(name => TopicNames.KeyOf(name) != NameKey)
                .Take(MostOtherNames),
        ];
        OtherNames = others is [] ? null : others;
    }
}
