using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Сведения об одном документе, которых нет в учёте.</summary>
public sealed record FrdoDocumentBody
{
    public required Guid CertificateId { get; init; }

    /// <summary>Three digits of ОКСМ (column AE).</summary>
    public string? Citizenship { get; init; }

    /// <summary>Фамилия in the diploma of education (column P).</summary>
    public string? DiplomaLastName { get; init; }

    /// <summary>Series of that diploma (column Q).</summary>
    public string? DiplomaSeries { get; init; }

    /// <summary>Number of that diploma (column R).</summary>
    public string? DiplomaNumber { get; init; }

    /// <summary>Of a duplicate of a lost document: how the loss was proved (column C).</summary>
    public FrdoLossProof? LossProof { get; init; }

    /// <summary>Of an exchange for a new name: under which reason the register gets it (column D).</summary>
    public FrdoExchange? Exchange { get; init; }

    /// <summary>The former document was destroyed (column E).</summary>
    public bool OriginalDestroyed { get; init; }
}
