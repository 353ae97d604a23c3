namespace MethodCenter.Application.Territory.Centres;

/// <summary>What stands behind the number of an order: letters or digits, «17-у».</summary>
public sealed record CentreOrderIndexesBody
{
    /// <summary>Of enrolment orders.</summary>
    public string? Enrolment { get; init; }

    /// <summary>Of orders on the completion of training.</summary>
    public string? Completion { get; init; }

    /// <summary>Of orders on expulsion.</summary>
    public string? Expulsion { get; init; }
}
