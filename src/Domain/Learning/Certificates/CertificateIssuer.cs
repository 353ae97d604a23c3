namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>The centre as a document names it.</summary>
/// <param name="Centre">Its full name.</param>
/// <param name="Town">Where.</param>
/// <param name="Licence">The licence in force on that day.</param>
/// <param name="Head">Who signs.</param>
/// <param name="Secretary">Who signs beside the head.</param>
public sealed record CertificateIssuer(
    string Centre,
    string? Town,
    string? Licence,
    CertificateSignatory? Head,
    CertificateSignatory? Secretary
)
{
    /// <summary>What the card of the centre lacks for a document of the kind.</summary>
    public IEnumerable<CertificateGap> GapsOf(CertificateKind kind)
    {
        if (Head is null)
        {
            yield return CertificateGap.Head;
        }

        if (Town is null)
        {
            yield return CertificateGap.Town;
        }

        // Only of what the law calls a document of qualification the licence is asked for.
        if (Licence is null && kind is CertificateKind.ProfessionalDevelopment or CertificateKind.RetrainingDiploma)
        {
            yield return CertificateGap.Licence;
        }
    }
}

/// <summary>Who signs a document, as he was called on that day.</summary>
public sealed record CertificateSignatory(string Post, string Name);
