using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Operations, the newest first.</summary>
[Permission(ImportPermissions.Run)]
public sealed record ListOperations : ListQuery, IQuery<Page<OperationListItem>>
{
    /// <summary>Name of the dataset.</summary>
    public string? Dataset { get; init; }

    public OperationState? State { get; init; }

    public ImportMode? Mode { get; init; }
}

internal sealed class ListOperationsHandler(IOfficeStore store, Caller caller)
    : IQueryHandler<ListOperations, Page<OperationListItem>>
{
    internal static readonly SortFields<Operation> Sort = new SortFields<Operation>("-createdAt").Add(
        "createdAt",
        operation => operation.CreatedAt
    );

    private static readonly Expression<Func<Operation, OperationListItem>> Projection =
        operation => new OperationListItem
        {
            Id = operation.Id,
            Dataset = operation.Dataset,
            Mode = operation.Mode,
            State = operation.State,
            FileName = operation.FileName,
            CreatedAt = operation.CreatedAt,
            FinishedAt = operation.FinishedAt,
        };

    public Task<Result<Page<OperationListItem>>> Handle(ListOperations request, CancellationToken cancellationToken)
    {
        var rows = store
            .Operations.OfCaller(caller)
            .WhereGiven(request.State, state => operation => operation.State == state)
            .WhereGiven(request.Mode, mode => operation => operation.Mode == mode);
        if (request.Dataset is { } dataset)
        {
            rows = rows.Where(operation => operation.Dataset == dataset);
        }

        return rows.ToPageAsync(request, Sort, Projection, cancellationToken);
    }
}
