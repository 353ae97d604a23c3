using MethodCenter.Domain.Learning.Campaigns;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>The rows of the area.</summary>
public static class CampaignsStore
{
    extension(ILearningStore store)
    {
        public DbSet<Campaign> Campaigns => store.Set<Campaign>();
    }
}
