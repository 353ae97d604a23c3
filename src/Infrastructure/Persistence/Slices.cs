namespace MethodCenter.Infrastructure.Persistence;

/// <summary>How many rows a statement changes that goes through many of them a part at a time.</summary>
internal static class Slices
{
    /// <summary>
    /// SQL Server gives up locks on rows for one on the whole table when a statement holds some 5,000 on one index, and a
    /// row that moves within an index takes two.
    /// </summary>
    public const int MostRows = 2000;
}
