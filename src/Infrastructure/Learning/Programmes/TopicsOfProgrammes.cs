using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Topics;

namespace MethodCenter.Infrastructure.Learning.Programmes;

/// <summary>Topics that programmes bore before there was a vocabulary: each normal form becomes one.</summary>
internal sealed class TopicsOfProgrammes(MethodCenterDbContext database) : IUpgradeStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Of all centres at once: nobody is signed in at the start of the service.
        var borne = await database
            .Set<Programme>()
            .IgnoreQueryFilters()
            .AsNoTracking()
            .Where(programme => programme.TopicsKey != null)
            .OrderBy(programme => programme.Id)
            .Select(programme => new { programme.CentreId, programme.Topics })
            .ToListAsync(cancellationToken);
        var known = (
            await database.Set<Topic>().IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellationToken)
        ).ToLookup(topic => topic.CentreId);
        foreach (var centre in borne.GroupBy(programme => programme.CentreId))
        {
            var names = centre.SelectMany(programme => programme.Topics ?? []).ToList();
            var vocabulary = new TopicVocabulary(known[centre.Key]);
            if (!vocabulary.Choose(names, names).Succeeded(out var choice, out _))
            {
                continue;
            }

            foreach (var topic in choice.Added)
            {
                var entry = database.Add(topic);
                entry.Property(nameof(Topic.CentreId)).CurrentValue = centre.Key;
                entry.Property(nameof(Topic.Version)).CurrentValue = 1;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }
}
