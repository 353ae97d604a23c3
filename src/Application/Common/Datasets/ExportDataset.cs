namespace MethodCenter.Application.Common.Datasets;

/// <summary>A dataset that is only taken away.</summary>
/// <typeparam name="TRow">A row.</typeparam>
public abstract class ExportDataset<TRow> : Dataset<TRow>
    where TRow : class, new()
{
    public sealed override bool Imported => false;

    public sealed override string WritePermission => ReadPermission;

    public sealed override string? KeyOf(TRow row) => null;

    internal sealed override IRowImporter<TRow> Importer(IServiceProvider services) =>
        throw new InvalidOperationException($"«{Name}» is not imported.");
}
