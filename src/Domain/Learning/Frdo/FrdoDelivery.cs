using MethodCenter.Domain.Learning.Certificates;

namespace MethodCenter.Domain.Learning.Frdo;

/// <summary>Which documents are delivered.</summary>
public static class FrdoDelivery
{
    /// <summary>What stands against a delivery whatever the row says: it is not valid, or has been delivered.</summary>
    /// <param name="state">State of the document.</param>
    /// <param name="inPackage">It waits for an answer in a package, or was accepted.</param>
    public static IEnumerable<FrdoFault> Hindrances(CertificateState state, bool inPackage)
    {
        if (state != CertificateState.Valid)
        {
            yield return FrdoErrors.NotValid;
        }

        if (inPackage)
        {
            yield return FrdoErrors.Delivered;
        }
    }
}
