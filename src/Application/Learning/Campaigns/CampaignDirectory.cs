using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Learning.Campaigns;

/// <summary>The campaigns of the centre, found by title. Read once in the life of an import.</summary>
internal sealed class CampaignDirectory(ILearningStore store)
{
    private NameIndex<CampaignFacts>? _known;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_known is null)
        {
            var rows = await store
                .Campaigns.AsNoTracking()
                .Select(campaign => new CampaignFacts(campaign.Id, campaign.Title))
                .ToListAsync(cancellationToken);
            _known = new NameIndex<CampaignFacts>("campaign", rows, row => row.Id.ToString(), row => row.Title);
        }
    }

    public Result<CampaignFacts> Find(string text) => _known!.Find(text);
}

/// <summary>What a row needs to know of a campaign.</summary>
internal sealed record CampaignFacts(Guid Id, string Title);
