namespace MethodCenter.Application.Common.Datasets;

public static class DatasetErrors
{
    /// <summary>Its rows come about by decisions: an order is drafted, a document issued.</summary>
    public static Error ExportOnly(string name) => Error.Unprocessable("dataset.export-only").With("name", name);

    public static Error Unknown(string known) => Error.NotFound("dataset.unknown").With("known", known);
}
