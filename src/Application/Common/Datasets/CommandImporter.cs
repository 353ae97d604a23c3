using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Validation;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>
/// Imports rows by the commands of the single requests, so that a file can do nothing that a request cannot.
/// </summary>
/// <remarks>
/// What rows refer to and what is on file is read for a whole chunk. A row that says nothing new sends no command; the
/// others send theirs one after another, each row behind a savepoint.
/// </remarks>
/// <typeparam name="TRow">A row of the file.</typeparam>
/// <typeparam name="TWanted">A row whose references are found.</typeparam>
/// <typeparam name="TDetails">The object on file, as the commands answer with it.</typeparam>
internal abstract class CommandImporter<TRow, TWanted, TDetails>(RowCommands commands) : IRowImporter<TRow>
    where TRow : class, new()
    where TWanted : Wanted<TRow>
    where TDetails : DetailsModel
{
    public async Task ImportAsync(
        IReadOnlyList<ImportRow<TRow>> rows,
        string? source,
        CancellationToken cancellationToken
    )
    {
        await OpenAsync(cancellationToken);
        List<TWanted> found = [.. Resolve(rows, source)];
        await LoadAsync(found, source, cancellationToken);
        foreach (var together in Together(found))
        {
            await TakeAsync(together, cancellationToken);
        }
    }

    /// <summary>Rows that stand or fall together are planned before the first of them is carried out.</summary>
    private async Task TakeAsync(IReadOnlyList<TWanted> together, CancellationToken cancellationToken)
    {
        List<(TWanted Wanted, RowPlan<TDetails> Plan)> planned = [];
        foreach (var wanted in together)
        {
            if (Plan(wanted) is { } plan)
            {
                planned.Add((wanted, plan));
                if (plan.Known is { } known)
                {
                    wanted.Row.Means(known.Id);
                }
            }
        }

        var rows = together.Select(wanted => wanted.Row).ToList();
        if (planned.Count < together.Count)
        {
            rows.RefuseTogether();
            return;
        }

        var answers = await commands.RunAsync([.. planned.Select(one => one.Plan)], cancellationToken);
        foreach (var ((wanted, _), answer) in planned.Zip(answers))
        {
            if (answer.Error is not null || answer.Details is not null)
            {
                Settle(wanted, answer);
            }

            if (answer.Details is { } details)
            {
                Remember(wanted, details);
            }
        }

        rows.RefuseTogether();
    }

    /// <summary>The rows in the order in which they are to be taken, those that stand or fall together in one list.</summary>
    protected virtual IEnumerable<IReadOnlyList<TWanted>> Together(IReadOnlyList<TWanted> found) =>
        found.Select(wanted => (IReadOnlyList<TWanted>)[wanted]);

    public abstract IAsyncEnumerable<KnownObject> ReadKnownAsync();

    /// <summary>Reads the directories that all rows refer to, once.</summary>
    protected virtual Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Finds what the rows refer to, in the order in which they are to be taken; refuses the others.</summary>
    protected abstract IEnumerable<TWanted> Resolve(IReadOnlyList<ImportRow<TRow>> rows, string? source);

    /// <summary>Reads what is on file of the rows of a chunk; forgets the chunk before.</summary>
    protected abstract Task LoadAsync(
        IReadOnlyList<TWanted> found,
        string? source,
        CancellationToken cancellationToken
    );

    /// <summary>What there is to do; null: the row was refused.</summary>
    protected abstract RowPlan<TDetails>? Plan(TWanted wanted);

    /// <summary>Says how the row came out.</summary>
    protected virtual void Settle(TWanted wanted, RowAnswer<TDetails> answer) => wanted.Row.SettleBy(answer);

    /// <summary>A later row of the chunk may mean the same object.</summary>
    protected abstract void Remember(TWanted wanted, TDetails details);
}

/// <summary>A row on its way.</summary>
internal abstract record Wanted<TRow>(ImportRow<TRow> Row)
    where TRow : class, new();

internal static class RowSettling
{
    private static readonly ExternalKeyValidator Form = new();

    public static void SettleBy<TDetails>(this ImportRow row, RowAnswer<TDetails> answer)
        where TDetails : DetailsModel
    {
        if (answer.Error is { } error)
        {
            row.RefuseBy(error, answer.Column);
            return;
        }

        foreach (var warning in answer.Warnings)
        {
            row.Warn(warning);
        }

        row.Settle(answer.Outcome, answer.Details!.Id);
    }

    /// <summary>Refuses the row; what points nowhere is about a column that the importer names.</summary>
    public static void RefuseBy(this ImportRow row, Error error, string? column)
    {
        if (error is { Pointer: null, Fields.Length: 0 })
        {
            row.Refuse(error, column);
        }
        else
        {
            row.RefuseBy(error);
        }
    }

    /// <summary>Takes a key of the source; false: the row was refused. An empty cell is not a key.</summary>
    public static bool TakeKey(this ImportRow row, string? text, string column, string? source, out ExternalKey? key)
    {
        key = null;
        if (text is null)
        {
            return true;
        }

        if (source is null)
        {
            row.Refuse(ImportErrors.SourceRequired, column);
            return false;
        }

        key = new ExternalKey(source, text);
        var form = Form.Validate(key);
        foreach (var error in form.IsValid ? [] : ValidationErrors.From(form).Fields)
        {
            row.Refuse(error, column, text);
        }

        return form.IsValid;
    }
}
