namespace MethodCenter.Infrastructure.Office.Changes;

internal sealed class ChangesIndexes : IUniqueIndexes
{
    public IReadOnlyDictionary<string, Error?> Meanings { get; } =
        new Dictionary<string, Error?> { ["ux_changes_position"] = null };
}
