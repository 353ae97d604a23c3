namespace MethodCenter.Domain.Common.Reports;

/// <summary>A report of the service: the code under which its figures are published and looked up.</summary>
/// <remarks>Not an enum: a report is declared where it is counted, and no list of all reports is kept by hand.</remarks>
public readonly record struct ReportCode(string Value)
{
    public const int MaxLength = 40;

    public override string ToString() => Value;
}
