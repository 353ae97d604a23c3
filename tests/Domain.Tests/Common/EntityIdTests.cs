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
    public void After_a_seeded_run_ids_are_random_again()
    {
        using (EntityId.Seeded(Day, 1)) { }

        EntityId.New().ShouldNotBe(Make(seed: 1)[0]);
    }

    private static Guid[] Make(int seed)
    {
        using var _ = EntityId.Seeded(Day, seed);
        return [EntityId.New(), EntityId.New(), EntityId.New()];
    }
}
