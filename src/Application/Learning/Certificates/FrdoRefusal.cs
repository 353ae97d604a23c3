namespace MethodCenter.Application.Learning.Certificates;

/// <summary>A certificate that the federal register («ФИС ФРДО») will not accept, and why.</summary>
public sealed record FrdoRefusal
{
    public Guid CertificateId { get; init; }

    /// <summary>Year of the register book; null: there is no such document.</summary>
    public int? RegisterYear { get; init; }

    /// <summary>Registration number of the document.</summary>
    public int? RegisterNumber { get; init; }

    public IReadOnlyList<FrdoFaultModel> Faults { get; init; } = [];
}

/// <summary>What the federal register («ФИС ФРДО») would not accept: the column and what to do.</summary>
public sealed record FrdoFaultModel
{
    /// <summary>Letters of the column; null: the document as a whole.</summary>
    public string? Column { get; init; }

    /// <summary>Header of the column, as in the template.</summary>
    public string? Header { get; init; }

    /// <summary>Stable code.</summary>
    public string Code { get; init; } = "";

    /// <summary>What is wrong and what to do, in the caller's language.</summary>
    public string Message { get; init; } = "";

    /// <summary>The value is stated with the package: before that, nothing is wrong with the document.</summary>
    public bool WithPackage { get; init; }

    /// <summary>The rule from which it follows.</summary>
    public RuleReference? Rule { get; init; }
}
