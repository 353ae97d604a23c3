namespace MethodCenter.Application.Common.Datasets;

public static class DatasetErrors
{
    public static Error Unknown(string known) => Error.NotFound("dataset.unknown").With("known", known);
}
