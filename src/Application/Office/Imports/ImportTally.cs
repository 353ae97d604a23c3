using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Office.Operations;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Counts rows as they come out and keeps what there is to say about them, as much as anybody will read.</summary>
internal sealed class ImportTally(Operation operation, IOperationBook book)
{
    /// <summary>Findings that are kept; beyond, rows are still counted.</summary>
    public const int MostFindings = 10_000;

    private int _kept = operation.Counts.Problems + operation.Counts.Warnings;

    public ImportCounts Counts { get; private set; } = operation.Counts;

    /// <summary>Findings that are not saved yet.</summary>
    public List<OperationFinding> Findings { get; } = [];

    public void Take(IReadOnlyList<ImportRow> rows)
    {
        var counts = Counts;
        foreach (var row in rows)
        {
            counts = row.Outcome switch
            {
                RowOutcome.Created => counts with { Created = counts.Created + 1 },
                RowOutcome.Changed => counts with { Changed = counts.Changed + 1 },
                RowOutcome.Unchanged => counts with { Unchanged = counts.Unchanged + 1 },
                RowOutcome.Refused => counts with { Refused = counts.Refused + 1 },
                _ => throw new InvalidOperationException(
                    $"Row {row.Number} of {operation.Dataset} was left undecided."
                ),
            };
            foreach (var finding in row.Findings)
            {
                counts = Count(counts, finding.Severity);
                Keep(row.Number, finding);
            }
        }

        Counts = counts with { Rows = counts.Rows + rows.Count };
    }

    /// <summary>Something about a row that was not read as one, or about the file (row 0).</summary>
    public void Note(int row, RowFinding finding)
    {
        Counts = Count(Counts, finding.Severity);
        Keep(row, finding);
    }

    public void CountMissing() => Counts = Counts with { Missing = Counts.Missing + 1 };

    /// <summary>Goes back to what was counted before an attempt that was rolled back.</summary>
    public void Return(ImportCounts counts, int findings)
    {
        Counts = counts;
        _kept -= Findings.Count - findings;
        Findings.RemoveRange(findings, Findings.Count - findings);
    }

    private static ImportCounts Count(ImportCounts counts, FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Problem => counts with { Problems = counts.Problems + 1 },
            FindingSeverity.Warning => counts with { Warnings = counts.Warnings + 1 },
            _ => counts,
        };

    private void Keep(int row, RowFinding finding)
    {
        if (_kept > MostFindings)
        {
            return;
        }

        var last = _kept++ == MostFindings;
        var said = last ? new RowFinding(finding.Severity, null, "import.more-findings") : finding;
        Findings.Add(
            new OperationFinding
            {
                OperationId = operation.Id,
                Row = row,
                Column = said.Column,
                Severity = said.Severity,
                Code = said.Code,
                Message = Texts.Texts.Get(said.Code, said.Params, english: false),
                MessageEnglish = Texts.Texts.Get(said.Code, said.Params, english: true),
                Value = string.IsNullOrEmpty(said.Value) ? null : book.Protect(Cut(said.Value)),
            }
        );
    }

    private static string Cut(string value) =>
        value.Length <= OperationFinding.LongestValue ? value : value[..OperationFinding.LongestValue] + "…";
}
