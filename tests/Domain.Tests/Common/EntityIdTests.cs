namespace MethodCenter.Domain.Tests.Common;

public sealed class EntityIdTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_are_of_version_7_and_variant_RFC_9562()
    {
        using var _ = EntityId.Seeded(Day, 7);

        foreach (var id in new[] { EntityId.New(), Guid.CreateVersion7() })
        {
            id.Version.ShouldBe(7);
            (id.Variant & 0xC).ShouldBe(0x8);
        }
    }

    [Fact]
    public void Seeded_ids_repeat_and_rise()
    {
        var first = Make(seed: 1);

        first.ShouldBe(Make(seed: 1));
        first.Select(id => id.ToString()).ShouldBe(first.Select(id => id.ToString()).Order(StringComparer.Ordinal));
        first.Intersect(Make(seed: 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Ids_rise_in_the_order_in_which_they_are_made()
    {
        var made = Enumerable.Range(0, 20_000).Select(_ => EntityId.New()).ToList();

        made.ShouldBe(made.Order());
        made.Select(Bytes).ShouldBe(made.Select(Bytes).Order(StringComparer.Ordinal));
        made.Distinct().Count().ShouldBe(made.Count);
    }

    [Fact]
    public async Task Ids_made_at_once_rise_on_each_thread_and_none_is_made_twice()
    {
        var threads = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => Enumerable.Range(0, 5_000).Select(_ => EntityId.New()).ToList()))
        );

        threads.ShouldAllBe(made => made.SequenceEqual(made.Order()));
        threads.SelectMany(made => made).Distinct().Count().ShouldBe(20_000);
    }

    [Fact]
    public void An_id_begins_with_the_millisecond_in_which_it_was_made()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);

        var made = EntityId.New().ToByteArray(bigEndian: true);

        var millisecond = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(made) >>> 16;
        DateTimeOffset.FromUnixTimeMilliseconds(millisecond).ShouldBeInRange(before, before.AddMinutes(1));
    }

    [Fact]
    public void After_a_seeded_run_ids_are_random_again()
    {
        using (EntityId.Seeded(Day, 1)) { }

        EntityId.New().ShouldNotBe(Make(seed: 1)[0]);
    }

    /// <summary>As the databases compare an id.</summary>
    private static string Bytes(Guid id) => Convert.ToHexString(id.ToByteArray(bigEndian: true));

    private static Guid[] Make(int seed)
    {
        using var _ = EntityId.Seeded(Day, seed);
        return [EntityId.New(), EntityId.New(), EntityId.New()];
    }
}
