using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>What is on file of the way to a document of qualification (DPO-5, DPO-6).</summary>
/// <param name="Passed">A protocol of the final assessment says that the learner has passed.</param>
/// <param name="Ordered">Orders in force have enrolled him and ended his learning.</param>
/// <param name="Required">Without them nothing is issued; false: the centre is content with a warning.</param>
public sealed record LearningPapers(bool Passed, bool Ordered, bool Required)
{
    /// <summary>As the norm of the day of issue has it.</summary>
    public static LearningPapers On(DateOnly issuedOn, bool passed, bool ordered, NormSet norms) =>
        new(passed, ordered, norms.Flag(CertificateNorms.PapersRequired, issuedOn));

    internal Error? Refuse(CertificateKind kind) =>
        !Required || !IsQualification(kind) ? null
        : !Passed ? CertificateErrors.NoProtocol
        : !Ordered ? CertificateErrors.NoOrders
        : null;

    /// <summary>What is missing where the centre does not insist on it.</summary>
    public IEnumerable<Warning> Doubts(CertificateKind kind)
    {
        if (!IsQualification(kind))
        {
            yield break;
        }

        if (!Passed)
        {
            yield return CertificateErrors.ProtocolMissing;
        }

        if (!Ordered)
        {
            yield return CertificateErrors.OrdersMissing;
        }
    }

    private static bool IsQualification(CertificateKind kind) =>
        kind is CertificateKind.ProfessionalDevelopment or CertificateKind.RetrainingDiploma;
}
