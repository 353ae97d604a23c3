using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>Reads the vocabulary of the centre: tens of topics, in one SQL command.</summary>
internal sealed class TopicReader(ILearningStore store)
{
    public async Task<TopicVocabulary> ReadAsync(CancellationToken cancellationToken) =>
        new(await store.Topics.AsNoTracking().OrderBy(topic => topic.Id).ToListAsync(cancellationToken));

    /// <summary>Topics of a programme by the names of the vocabulary, to which what it lacks is added.</summary>
    /// <param name="texts">As people write them.</param>
    /// <param name="borne">Those that the programme bears already.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Result<TopicChoice>> ChooseAsync(
        IReadOnlyList<string> texts,
        IReadOnlyList<string> borne,
        CancellationToken cancellationToken
    )
    {
        if (texts.Count == 0)
        {
            return new TopicChoice([], []);
        }

        var vocabulary = await ReadAsync(cancellationToken);
        if (vocabulary.Choose(texts, borne).Succeeded(out var choice, out var error))
        {
            store.Topics.AddRange(choice.Added);
            return choice;
        }

        return error;
    }

    /// <summary>A new name is mostly another spelling of a known one: a person is told and may merge the two.</summary>
    public static IEnumerable<Warning> WarningsOf(TopicChoice choice) =>
        choice.Added.Select(topic => new Warning("topic.added").With("name", topic.Name).With("code", topic.Code));
}
