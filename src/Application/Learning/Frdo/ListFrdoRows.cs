using MethodCenter.Application.Common.Paging;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Application.Learning.Frdo;

/// <summary>Rows of a package with what the register has answered.</summary>
[Permission(FrdoPermissions.Read)]
public sealed record ListFrdoRows : ListQuery, IQuery<Page<FrdoRowItem>>
{
    [FromRoute]
    public Guid PackageId { get; init; }

    public FrdoRowState? State { get; init; }
}

internal sealed class ListFrdoRowsHandler(ILearningStore store) : IQueryHandler<ListFrdoRows, Page<FrdoRowItem>>
{
    internal static readonly SortFields<FrdoRowItem> Sort = new SortFields<FrdoRowItem>("number").Add(
        "number",
        row => row.Number
    );

    public async Task<Result<Page<FrdoRowItem>>> Handle(ListFrdoRows request, CancellationToken cancellationToken)
    {
        if (!await store.FrdoPackages.AnyAsync(package => package.Id == request.PackageId, cancellationToken))
        {
            return FrdoErrors.NotFound;
        }

        var rows =
            from row in store.FrdoRows
            join certificate in store.Certificates on row.CertificateId equals certificate.Id
            where row.FrdoPackageId == request.PackageId
            select new FrdoRowItem
            {
                Id = row.Id,
                Number = row.Number,
                CertificateId = row.CertificateId,
                RegisterYear = certificate.Year,
                RegisterNumber = certificate.Number,
                FullName =
                    certificate.LastName
                    + " "
                    + certificate.FirstName
                    + (certificate.Patronymic == null ? "" : " " + certificate.Patronymic),
                State = row.State,
                ErrorText = row.ErrorText,
                AnsweredOn = row.AnsweredOn,
            };
        return await rows.WhereGiven(request.State, state => row => row.State == state)
            .ToPageAsync(request, Sort, row => row, cancellationToken);
    }
}
