using FluentValidation;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;

namespace MethodCenter.Application.Common.Batches;

/// <summary>Several things of one kind, done in one transaction.</summary>
public abstract record Batch<TItem>
{
    public const int MostItems = 1000;

    /// <summary>Whether one refused item refuses the whole batch; false: the other items are carried out.</summary>
    public bool AllOrNothing { get; init; } = true;

    /// <summary>The items, 1–1000, done in their order.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }
}

/// <summary>The outcome of the items of a batch.</summary>
public sealed record BatchResult
{
    /// <summary>In the order of the request.</summary>
    public required IReadOnlyList<BatchItemResult> Items { get; init; }
}

/// <summary>How an item of a batch came out.</summary>
/// <param name="Id">The object; null: the item was refused.</param>
/// <param name="Created">Whether the object is new.</param>
/// <param name="Error">Why the item was refused.</param>
public sealed record BatchItemResult(Guid? Id, bool Created, Error? Error)
{
    internal static BatchItemResult New<TDetails>(TDetails details)
        where TDetails : DetailsModel => new(details.Id, Created: true, null);

    internal static BatchItemResult Of<TDetails>(Upserted<TDetails> upserted)
        where TDetails : DetailsModel => new(upserted.Value.Id, upserted.Created, null);
}

/// <summary>The form of every batch; its items are checked by their own commands.</summary>
internal abstract class BatchValidator<TBatch, TItem> : AbstractValidator<TBatch>
    where TBatch : Batch<TItem>
{
    protected BatchValidator()
    {
        RuleFor(batch => batch.Items).NotEmpty().MostItems(Batch<TItem>.MostItems);
        RuleForEach(batch => batch.Items).NotNull();
    }
}

/// <summary>Runs the items of a batch one after another, each as the single request would, behind a savepoint.</summary>
internal sealed class BatchRunner(IUnitOfWork unitOfWork, IDispatcher dispatcher)
{
    /// <param name="batch">The items.</param>
    /// <param name="one">Does one item.</param>
    /// <param name="cancellationToken">Ends the whole.</param>
    public async Task<Answer<BatchResult>> RunAsync<TItem>(
        Batch<TItem> batch,
        Func<IDispatcher, TItem, CancellationToken, Task<Result<BatchItemResult>>> one,
        CancellationToken cancellationToken
    )
    {
        var results = new BatchItemResult[batch.Items.Count];
        for (var place = 0; place < results.Length; place++)
        {
            var item = batch.Items[place];
            var done = await unitOfWork.AttemptAsync(token => one(dispatcher, item, token), cancellationToken);
            results[place] = done.Refused
                ? new BatchItemResult(null, Created: false, Place<TItem>(done.Error))
                : done.Value;
        }

        return batch.AllOrNothing && Array.Exists(results, result => result.Error is not null)
            ? BatchErrors.Refused(results)
            : new BatchResult { Items = results };
    }

    /// <summary>A command points into its body; in an item the body is a member beside others.</summary>
    private static Error Place<TItem>(Error error)
    {
        var members = typeof(TItem).GetProperties().Select(member => member.Name).ToList();
        return members.Contains("Body") ? Place(error) : error;

        Error Place(Error one) =>
            one with
            {
                Pointer =
                    one.Pointer is not { } pointer || members.Exists(member => Names(pointer, member))
                        ? one.Pointer
                        : "/body" + pointer,
                Fields = [.. one.Fields.Select(Place)],
            };
    }

    private static bool Names(string pointer, string member) =>
        pointer.Split('/')[1].Equals(member, StringComparison.OrdinalIgnoreCase);
}
