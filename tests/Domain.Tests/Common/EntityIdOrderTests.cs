namespace MethodCenter.Domain.Tests.Common;

public sealed class EntityIdOrderTests
{
    [Fact]
    public void Ids_of_one_process_rise_also_within_a_millisecond()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => EntityId.New()).ToList();

        ids.ShouldBe(ids.Order());
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public async Task Ids_that_are_made_at_once_are_different()
    {
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => EntityId.New()).ToList()))
        );

        made.SelectMany(ids => ids).Distinct().Count().ShouldBe(40_000);
        made.ShouldAllBe(ids => ids.SequenceEqual(ids.Order()));
    }
}
