using System.Collections.Immutable;

namespace MethodCenter.Application.Common.Batches;

public static class BatchErrors
{
    public const string RefusedCode = "batch.refused";

    /// <summary>Nothing was done, since some items were refused: of each what is wrong, below its place in the request.</summary>
    internal static Error Refused(IReadOnlyList<BatchItemResult> results)
    {
        var (fields, more) = (ImmutableArray.CreateBuilder<Error>(), 0);
        for (var place = 0; place < results.Count; place++)
        {
            if (results[place].Error is not { } error)
            {
                continue;
            }

            more += error.MoreFields;
            foreach (var field in error.Fields.IsEmpty ? [error] : error.Fields)
            {
                if (fields.Count < Error.MostFields)
                {
                    fields.Add(field.At($"/items/{place}{field.Pointer}"));
                }
                else
                {
                    more++;
                }
            }
        }

        return Error.Unprocessable(RefusedCode).With("items", results.Count(result => result.Error is not null)) with
        {
            Fields = fields.ToImmutable(),
            MoreFields = more,
        };
    }
}
