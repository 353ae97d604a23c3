using System.Collections.Immutable;
using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>Norms of documents on learning (DPO-5, DPO-6).</summary>
public static class CertificateNorms
{
    /// <summary>Whether a document of qualification needs protocol and orders on file; the centre may be content with a warning.</summary>
    public const string PapersRequired = "certificate.papers-required";

    private const string Law = "Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 60 ч. 12, ст. 76 ч. 14";

    public static readonly ImmutableArray<NormDefinition> All =
    [
        new(
            PapersRequired,
            NormValueKind.Flag,
            [new NormVersion(PapersRequired, "true", null, null, "DPO-5", Law, NormConfidence.Assumed)]
        ),
    ];
}
