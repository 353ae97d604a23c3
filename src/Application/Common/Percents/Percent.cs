namespace MethodCenter.Application.Common.Percents;

/// <summary>Shares as people write them.</summary>
public static class Percent
{
    /// <summary>Percent of the whole, to a tenth; null: the whole is empty, which is not 0 %.</summary>
    public static decimal? Of(int part, int whole) =>
        whole == 0 ? null : decimal.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
