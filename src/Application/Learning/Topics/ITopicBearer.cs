namespace MethodCenter.Application.Learning.Topics;

/// <summary>What bears topics by their names, so that lists and files show them without a look at the vocabulary.</summary>
/// <remarks>An area whose objects have topics declares one; the vocabulary does not know whose they are.</remarks>
internal interface ITopicBearer
{
    /// <summary>Gives all that bear the former name the other.</summary>
    Task ReplaceAsync(string former, string name, CancellationToken cancellationToken);
}

internal static class TopicBearers
{
    public static async Task ReplaceAsync(
        this IEnumerable<ITopicBearer> bearers,
        string former,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (former == name)
        {
            return;
        }

        foreach (var bearer in bearers)
        {
            await bearer.ReplaceAsync(former, name, cancellationToken);
        }
    }
}
