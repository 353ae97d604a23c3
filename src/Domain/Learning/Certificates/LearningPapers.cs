using MethodCenter.Domain.Common.Norms;

namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>What is on file of the way to a document of qualification (DPO-5, DPO-6).</summary>
/// <param name="Passed">A protocol of the final assessment says that the learner has passed.</param>
/// <param name="Ordered">Orders in force have enrolled him and ended his learning.</param>
/// <param name="Required">Without them nothing is issued; false: the centre is content with a warning.</param>
public sealed record LearningPapers(bool Passed, bool Ordered, bool Required)
{
    /// <summary>Day of the protocol; null: there is none.</summary>
    public DateOnly? ProtocolOn { get; init; }

    /// <summary>Day of the order that ended his learning; null: there is none.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>As the norm of the day of issue has it.</summary>
    /// <param name="issuedOn">Day of issue.</param>
    /// <param name="passedOn">Day of the protocol that says that he has passed; null: none does.</param>
    /// <param name="orderedOn">Day of the order that ended what another had begun; null: one of the two is missing.</param>
    /// <param name="norms">Norms of the centre.</param>
    public static LearningPapers On(DateOnly issuedOn, DateOnly? passedOn, DateOnly? orderedOn, NormSet norms) =>
        new(passedOn is not null, orderedOn is not null, norms.Flag(CertificateNorms.PapersRequired, issuedOn))
        {
            ProtocolOn = passedOn,
            OrderedOn = orderedOn,
        };

    internal Error? Refuse(CertificateKind kind) =>
        !Required || !IsQualification(kind) ? null
        : !Passed ? CertificateErrors.NoProtocol
        : !Ordered ? CertificateErrors.NoOrders
        : null;

    /// <summary>What is missing where the centre does not insist on it, and what bears a later day than the document.</summary>
    /// <remarks>Protocol, order, document: in this order they are made (DPO-6).</remarks>
    public IEnumerable<Warning> Doubts(CertificateKind kind, DateOnly issuedOn)
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

        if (ProtocolOn is { } protocolOn && issuedOn < protocolOn)
        {
            yield return CertificateErrors.BeforeProtocol(protocolOn);
        }

        if (OrderedOn is { } orderedOn && issuedOn < orderedOn)
        {
            yield return CertificateErrors.BeforeOrder(orderedOn);
        }
    }

    private static bool IsQualification(CertificateKind kind) =>
        kind is CertificateKind.ProfessionalDevelopment or CertificateKind.RetrainingDiploma;
}
