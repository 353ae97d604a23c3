using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>One package.</summary>
[Permission(FrdoPermissions.Read)]
public sealed record GetFrdoPackage(Guid Id) : IQuery<FrdoPackageDetails>;

internal sealed class GetFrdoPackageHandler(IReads reads) : IQueryHandler<GetFrdoPackage, FrdoPackageDetails>
{
    public async Task<Result<FrdoPackageDetails>> Handle(GetFrdoPackage request, CancellationToken cancellationToken) =>
        await reads.FindAsync<FrdoPackage, FrdoPackageDetails>(request.Id, cancellationToken) is { } package
            ? package
            : FrdoErrors.NotFound;
}
