namespace MethodCenter.Infrastructure.Office.Changes;

/// <summary>Takes old changes out of the feed: first it announces up to where, a round later it deletes them.</summary>
/// <remarks>
/// A reader looks first at what is still kept and then reads. Since nothing is deleted that was not announced a round
/// before, what a reader was told is kept is still there when it is read.
/// </remarks>
internal sealed class ChangeRetention(ChangesOptions options, WriteGate gate, TimeProvider time)
{
    private const int Slice = Slices.MostRows;
    private long _announced;

    public async Task TrimAsync(MethodCenterDbContext database, CancellationToken cancellationToken)
    {
        await DeleteAsync(database, _announced, cancellationToken);
        _announced = await AnnounceAsync(database, cancellationToken);
    }

    private async Task<long> AnnounceAsync(MethodCenterDbContext database, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() - TimeSpan.FromDays(options.RetentionDays);
        var log = await database.ChangeLogs.AsNoTracking().SingleAsync(cancellationToken);

        // Up to the first that is young enough, not up to the last that is old: nobody may find a gap in what is kept.
        var young = await database
            .Changes.Where(change =>
                change.Position > log.Trimmed && change.Position <= log.Last && change.OccurredAt >= until
            )
            .OrderBy(change => change.Position)
            .Select(change => change.Position)
            .FirstOrDefaultAsync(cancellationToken);
        var bound = (young ?? log.Last + 1) - 1;
        if (bound <= log.Trimmed)
        {
            return log.Trimmed;
        }

        using var pass = await gate.EnterAsync(cancellationToken);
        await database
            .ChangeLogs.Where(known => known.Trimmed < bound)
            .ExecuteUpdateAsync(change => change.SetProperty(known => known.Trimmed, bound), cancellationToken);
        return bound;
    }

    /// <summary>In slices, so that writers come in between.</summary>
    private async Task DeleteAsync(MethodCenterDbContext database, long until, CancellationToken cancellationToken)
    {
        var old = database.Changes.Where(change => change.Position <= until);
        int deleted;
        do
        {
            // By rows, not by positions: between two of these may lie the leap of a start.
            var bound = await old.OrderBy(change => change.Position)
                .Select(change => change.Position)
                .Skip(Slice - 1)
                .FirstOrDefaultAsync(cancellationToken);
            using var pass = await gate.EnterAsync(cancellationToken);
            var last = bound ?? until;
            deleted = await database
                .Changes.Where(change => change.Position <= last)
                .ExecuteDeleteAsync(cancellationToken);
        } while (deleted >= Slice);

        using var ofGaps = await gate.EnterAsync(cancellationToken);
        await database.ChangeGaps.Where(gap => gap.To <= until).ExecuteDeleteAsync(cancellationToken);
    }
}
