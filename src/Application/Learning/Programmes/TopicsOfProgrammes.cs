using MethodCenter.Application.Learning.Topics;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Programmes follow their topics when these are renamed or merged.</summary>
internal sealed class TopicsOfProgrammes(ILearningStore store) : ITopicBearer
{
    public async Task ReplaceAsync(string former, string name, CancellationToken cancellationToken)
    {
        var programmes = await store
            .Programmes.OnTopic([TopicNames.PartOf(former)])
            .OrderBy(programme => programme.Id)
            .ToListAsync(cancellationToken);
        foreach (var programme in programmes)
        {
            programme.ReplaceTopic(former, name);
        }
    }
}
