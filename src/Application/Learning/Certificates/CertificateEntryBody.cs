namespace MethodCenter.Application.Learning.Certificates;

/// <summary>What is written into the register book of a document.</summary>
public record CertificateEntryBody
{
    /// <summary>Day of issue; today by default.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Protocol or order by which it is issued.</summary>
    public string? Basis { get; init; }

    /// <summary>Series of the blank.</summary>
    public string? Series { get; init; }

    /// <summary>Number of the blank; for several documents the number of the first blank.</summary>
    public string? BlankNumber { get; init; }
}
