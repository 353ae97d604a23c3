using System.Reflection;
using System.Text.Json.Serialization;
using MethodCenter.Application.Common.Batches;
using MethodCenter.Domain.Common;
using Microsoft.AspNetCore.Http.Metadata;

namespace MethodCenter.Api.Http;

/// <summary>The outcome of the items of a batch.</summary>
/// <param name="Done">Items that were done.</param>
/// <param name="Refused">Items that were refused.</param>
/// <param name="Items">The outcome of each item, in the order of the request.</param>
public sealed record BatchAnswer(int Done, int Refused, IReadOnlyList<BatchItemAnswer> Items);

/// <summary>The outcome of an item.</summary>
public sealed record BatchItemAnswer
{
    /// <summary>Status as for a single request: 201 created, 200 updated, otherwise that of the refusal.</summary>
    public required int Status { get; init; }

    /// <summary>The object; null: the item was refused.</summary>
    public Guid? Id { get; init; }

    /// <summary>Why the item was refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Problem? Problem { get; init; }
}

/// <summary>Answers 200 where every item was done, 207 where some were refused; or a problem.</summary>
internal sealed class BatchOutcome(Result<BatchResult> result) : Outcome<BatchResult>(result), IEndpointMetadataProvider
{
    protected override Task WriteAsync(HttpContext httpContext, BatchResult value)
    {
        var refused = value.Items.Count(item => item.Error is not null);
        var answer = new BatchAnswer(value.Items.Count - refused, refused, [.. value.Items.Select(ToAnswer)]);
        var status = refused == 0 ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus;
        return Outcomes.WriteAsync(httpContext, status, answer, Result);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in new[] { StatusCodes.Status200OK, StatusCodes.Status207MultiStatus })
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(BatchAnswer), [RequestBody.Json]));
        }
    }

    private static BatchItemAnswer ToAnswer(BatchItemResult item) =>
        item.Error is { } error
            ? new BatchItemAnswer { Status = Problems.StatusOf(error), Problem = Problems.From(error) }
            : new BatchItemAnswer
            {
                Status = item.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK,
                Id = item.Id,
            };
}
