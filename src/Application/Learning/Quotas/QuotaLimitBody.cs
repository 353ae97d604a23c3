namespace MethodCenter.Application.Learning.Quotas;

/// <summary>The new limit.</summary>
public sealed record QuotaLimitBody
{
    /// <summary>Not below what is used.</summary>
    public required int Limit { get; init; }
}
