using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Application.Learning.Topics;

/// <summary>The rows of the area.</summary>
public static class TopicsStore
{
    extension(ILearningStore store)
    {
        public DbSet<Topic> Topics => store.Set<Topic>();
    }
}
