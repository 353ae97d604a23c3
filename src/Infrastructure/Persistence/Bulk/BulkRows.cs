using MethodCenter.Application.Common.Ports;

namespace MethodCenter.Infrastructure.Persistence.Bulk;

/// <summary>New objects that wait for the next save, past the change tracker.</summary>
internal sealed class BulkRows : IBulk
{
    private readonly List<AggregateRoot> _roots = [];
    private readonly List<Entity> _others = [];

    public IReadOnlyList<AggregateRoot> Roots => _roots;

    /// <summary>Rows beside the aggregates: external keys, findings.</summary>
    public IReadOnlyList<Entity> Others => _others;

    public bool IsEmpty => _roots.Count == 0 && _others.Count == 0;

    public void Add(AggregateRoot root) => _roots.Add(root);

    public void Add(Entity row) => _others.Add(row);

    public void Clear()
    {
        _roots.Clear();
        _others.Clear();
    }
}
