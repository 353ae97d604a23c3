using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Enrolments;

namespace MethodCenter.Application.Learning.Frdo;

/// <inheritdoc cref="IDeliveredDocuments"/>
internal sealed class DeliveredDocuments(ILearningStore store, FrdoDocuments documents) : IDeliveredDocuments
{
    public Task<bool> HasAsync(Guid enrolmentId, CancellationToken cancellationToken)
    {
        var standing = documents.Standing;
        return store.Certificates.AnyAsync(
            certificate =>
                certificate.EnrolmentId == enrolmentId && standing.Any(row => row.CertificateId == certificate.Id),
            cancellationToken
        );
    }
}
