using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Information about one certificate that the service does not keep.</summary>
public sealed record FrdoDocumentBody
{
    public required Guid CertificateId { get; init; }

    /// <summary>Three digits of the classifier of countries («ОКСМ», column AE).</summary>
    public string? Citizenship { get; init; }

    /// <summary>Family name in the diploma of education (column P).</summary>
    public string? DiplomaLastName { get; init; }

    /// <summary>Series of that diploma (column Q).</summary>
    public string? DiplomaSeries { get; init; }

    /// <summary>Number of that diploma (column R).</summary>
    public string? DiplomaNumber { get; init; }

    /// <summary>For a duplicate of a lost document: how the loss was proved (column C).</summary>
    public FrdoLossProof? LossProof { get; init; }

    /// <summary>
    /// For an exchange because of a new name: the reason under which the register receives it (column D).
    /// </summary>
    public FrdoExchange? Exchange { get; init; }

    /// <summary>The former document was destroyed (column E).</summary>
    public bool OriginalDestroyed { get; init; }
}
