namespace MethodCenter.Application.Common.Datasets;

/// <summary>How a row came out.</summary>
public enum RowOutcome
{
    Pending,
    Created,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>Something to say about a row. Its text stands in resources, by code.</summary>
public sealed record RowFinding(FindingSeverity Severity, string? Column, string Code)
{
    public IReadOnlyDictionary<string, object?> Params { get; init; } = new Dictionary<string, object?>();

    public string? Value { get; init; }
}

/// <summary>A row of a file on its way into the database.</summary>
public abstract class ImportRow(int number)
{
    private List<RowFinding>? _findings;
    private Dictionary<string, string>? _names;

    /// <summary>Number of the row as the person sees it in the file.</summary>
    public int Number { get; } = number;

    public RowOutcome Outcome { get; private set; }

    /// <summary>The object that the row is about, once it is known.</summary>
    public Guid SubjectId { get; private set; }

    public IReadOnlyList<RowFinding> Findings => _findings ?? [];

    public bool Refused => Outcome == RowOutcome.Refused;

    /// <summary>Refuses the row; its other problems may be added.</summary>
    public void Refuse(Error error, string? column = null, string? value = null)
    {
        Outcome = RowOutcome.Refused;
        Add(new RowFinding(FindingSeverity.Problem, column, error.Code) { Params = error.Params, Value = value });
    }

    public void Warn(Warning warning, string? column = null, string? value = null) =>
        Add(new RowFinding(FindingSeverity.Warning, column, warning.Code) { Params = warning.Params, Value = value });

    public void Differ(string code, string? column, IReadOnlyDictionary<string, object?> values) =>
        Add(new RowFinding(FindingSeverity.Difference, column, code) { Params = values });

    /// <summary>The thing that a cell names, by its code or by its name; null: the cell is empty, or the row was refused.</summary>
    /// <param name="text">The code where the row gives one, else the name.</param>
    /// <param name="column">The column of the name.</param>
    /// <param name="find">Finds it by either.</param>
    /// <param name="show">Code and name of what was found, for the refusal.</param>
    internal TFacts? TakeNamed<TFacts>(
        string? text,
        string column,
        Func<string, Result<TFacts>> find,
        Func<TFacts, string> show
    )
        where TFacts : class
    {
        if (text is null)
        {
            return null;
        }

        if (!find(text).Succeeded(out var found, out var unknown))
        {
            Refuse(unknown, column, text);
            return null;
        }

        // A name that several bear, or that nobody bears any more, is no contradiction: the code has decided.
        if (
            _names?.GetValueOrDefault(column) is { } name
            && find(name).Succeeded(out var named, out _)
            && !named.Equals(found)
        )
        {
            Refuse(ImportErrors.CodeAndNameDiffer(show(found)), column, name);
            return null;
        }

        return found;
    }

    /// <summary>Says which object on file the row is about, also where it is refused.</summary>
    public void Means(Guid subjectId) => SubjectId = subjectId;

    /// <summary>Says how the row came out.</summary>
    public void Settle(RowOutcome outcome, Guid subjectId)
    {
        if (!Refused)
        {
            (Outcome, SubjectId) = (outcome, subjectId);
        }
    }

    /// <summary>Refuses the row with what a use case refused: its pointers become columns.</summary>
    public abstract void RefuseBy(Error error);

    /// <summary>Keeps the name that the row gives beside the code by which the thing is found.</summary>
    internal void NameBeside(string column, string? name)
    {
        if (name is not null)
        {
            (_names ??= [])[column] = name;
        }
    }

    private void Add(RowFinding finding) => (_findings ??= []).Add(finding);
}

/// <inheritdoc cref="ImportRow"/>
public sealed class ImportRow<TRow>(int number, TRow value, Dataset<TRow> dataset) : ImportRow(number)
    where TRow : class, new()
{
    public TRow Value { get; } = value;

    public override void RefuseBy(Error error)
    {
        if (error.Fields.Length == 0)
        {
            Refuse(error, dataset.ColumnAt(error.Pointer));
            return;
        }

        foreach (var field in error.Fields)
        {
            Refuse(field, dataset.ColumnAt(field.Pointer));
        }
    }
}
