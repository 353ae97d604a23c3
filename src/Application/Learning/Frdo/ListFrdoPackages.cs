using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Packages for ФИС ФРДО, the latest first.</summary>
[Permission(FrdoPermissions.Read)]
public sealed record ListFrdoPackages : ListQuery, IQuery<Page<FrdoPackageListItem>>
{
    /// <summary>Prepared on or after.</summary>
    public DateOnly? PreparedFrom { get; init; }

    /// <summary>Prepared on or before.</summary>
    public DateOnly? PreparedTo { get; init; }
}

internal sealed class ListFrdoPackagesHandler(ILearningStore store)
    : IQueryHandler<ListFrdoPackages, Page<FrdoPackageListItem>>
{
    internal static readonly SortFields<FrdoPackage> Sort = new SortFields<FrdoPackage>("-number")
        .Add("number", package => package.Number)
        .Add("preparedOn", package => package.PreparedOn);

    private static readonly Expression<Func<FrdoPackage, FrdoPackageListItem>> Projection =
        package => new FrdoPackageListItem
        {
            Id = package.Id,
            Number = package.Number,
            PreparedOn = package.PreparedOn,
            RowCount = package.RowCount,
            Accepted = package.Rows.Count(row => row.State == FrdoRowState.Accepted),
            Rejected = package.Rows.Count(row => row.State == FrdoRowState.Rejected),
            Sha256 = package.Sha256,
            Version = package.Version,
        };

    public Task<Result<Page<FrdoPackageListItem>>> Handle(
        ListFrdoPackages request,
        CancellationToken cancellationToken
    ) =>
        store
            .FrdoPackages.WhereGiven(request.PreparedFrom, day => package => package.PreparedOn >= day)
            .WhereGiven(request.PreparedTo, day => package => package.PreparedOn <= day)
            .ToPageAsync(request, Sort, Projection, cancellationToken);
}
