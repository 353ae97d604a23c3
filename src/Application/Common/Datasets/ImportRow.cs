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

    /// <summary>The name that the row gives beside the code by which it is found; null: none.</summary>
    public string? NameBeside(string column) => _names?.GetValueOrDefault(column);

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
