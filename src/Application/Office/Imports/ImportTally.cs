using MethodCenter.Application.Common.Datasets;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Counts rows as they come out and keeps what there is to say about them, as much as anybody will read.</summary>
internal sealed class ImportTally(Operation operation, IOperationRecords records)
{
    /// <summary>Findings that are kept; beyond, rows are still counted.</summary>
    public const int MostFindings = 10_000;

    private int _kept = operation.Counts.Problems + operation.Counts.Warnings;

    public ImportCounts Counts { get; private set; } = operation.Counts;

    /// <summary>Findings that are not saved yet.</summary>
    public List<OperationFinding> Findings { get; } = [];

    /// <summary>Refused rows of which nobody can say what on file they mean.</summary>
    public int Unplaced { get; private set; }

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
            Unplaced += row.Refused && row.SubjectId == Guid.Empty ? 1 : 0;
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
                Column = said.Column?.Shorten(OperationFinding.ColumnMaxLength),
                Severity = said.Severity,
                Code = said.Code,
                Message = Texts.Texts.Get(said.Code, said.Params, english: false).Shorten(Operation.MessageMaxLength),
                MessageEnglish = Texts
                    .Texts.Get(said.Code, said.Params, english: true)
                    .Shorten(Operation.MessageMaxLength),
                Value = string.IsNullOrEmpty(said.Value)
                    ? null
                    : records.Protect(said.Value.Shorten(OperationFinding.LongestValue)),
            }
        );
    }
}
