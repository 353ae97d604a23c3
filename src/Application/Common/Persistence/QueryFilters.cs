namespace MethodCenter.Application.Common.Persistence;

/// <summary>Names of the default filters. Switching one off is explicit, rare and reviewed.</summary>
public static class QueryFilters
{
    /// <summary>Rows of the caller's centre.</summary>
    public const string Centre = "Centre";

    /// <summary>Rows of the organisations to which the caller's grants are limited.</summary>
    public const string Organisations = "Organisations";
}
