using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Would ФИС ФРДО take the document as it stands (FRDO-2 … FRDO-5)?</summary>
[Permission(FrdoPermissions.Read)]
public sealed record CheckCertificateForFrdo(Guid Id) : IQuery<FrdoCheck>;

/// <summary>Check of a certificate before its delivery to the federal register.</summary>
public sealed record FrdoCheck
{
    public Guid CertificateId { get; init; }

    /// <summary>Nothing prevents the delivery except what is stated with the package.</summary>
    public bool Ready { get; init; }

    public IReadOnlyList<FrdoFaultModel> Faults { get; init; } = [];

    /// <summary>Last day of the delivery (FRDO-7).</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The last package in which it stands; null: none.</summary>
    public Guid? PackageId { get; init; }

    /// <summary>Number of that package.</summary>
    public int? PackageNumber { get; init; }

    /// <summary>What became of it there.</summary>
    public FrdoRowState? State { get; init; }
}

internal sealed class CheckCertificateForFrdoHandler(
    ILearningStore store,
    FrdoDocuments documents,
    INorms norms,
    IClock clock
) : IQueryHandler<CheckCertificateForFrdo, FrdoCheck>
{
    public async Task<Result<FrdoCheck>> Handle(CheckCertificateForFrdo request, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(
            store.Certificates.Where(certificate => certificate.Id == request.Id),
            cancellationToken
        );
        if (found is not [var candidate])
        {
            return CertificateErrors.NotFound;
        }

        var normSet = await norms.GetAsync(cancellationToken);
        var (_, faults) = candidate.Judge(new FrdoStatement(), FrdoSupplement.None, normSet, clock.Today);
        var last = await (
            from row in store.FrdoRows
            join package in store.FrdoPackages on row.FrdoPackageId equals package.Id
            where row.CertificateId == request.Id
            orderby package.Number descending
            select new
            {
                row.FrdoPackageId,
                row.State,
                package.Number,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return new FrdoCheck
        {
            CertificateId = request.Id,
            Ready = faults.All(fault => fault.WithPackage),
            Faults = [.. faults.Select(FrdoFaults.ToModel)],
            DueOn = FrdoDeadline.Of(candidate.Certificate.IssuedOn, normSet).DueOn,
            PackageId = last?.FrdoPackageId,
            PackageNumber = last?.Number,
            State = last?.State,
        };
    }
}
