using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>What an operation has to say about the rows of its file, in their order.</summary>
[Permission(ImportPermissions.Run)]
public sealed record ListOperationFindings : ListQuery, IQuery<Page<OperationFindingItem>>
{
    /// <summary>The operation.</summary>
    [FromRoute]
    public Guid Id { get; init; }

    public FindingSeverity? Severity { get; init; }

    /// <summary>Name of the column.</summary>
    public string? Column { get; init; }
}

internal sealed class ListOperationFindingsHandler(IOfficeStore store, IOperationRecords records, Caller caller)
    : IQueryHandler<ListOperationFindings, Page<OperationFindingItem>>
{
    internal static readonly SortFields<OperationFinding> Sort = new SortFields<OperationFinding>("row").Add(
        "row",
        finding => finding.Row
    );

    public async Task<Result<Page<OperationFindingItem>>> Handle(
        ListOperationFindings request,
        CancellationToken cancellationToken
    )
    {
        var known = await store
            .Operations.OfCaller(caller)
            .AnyAsync(operation => operation.Id == request.Id, cancellationToken);
        if (!known)
        {
            return OperationErrors.NotFound;
        }

        var rows = store
            .OperationFindings.Where(finding => finding.OperationId == request.Id)
            .WhereGiven(request.Severity, severity => finding => finding.Severity == severity);
        if (request.Column is { } column)
        {
            rows = rows.Where(finding => finding.Column == column);
        }

        var page = await rows.ToPageAsync(request, Sort, FindingProjection.Of(), cancellationToken);
        return page.Map(found => found with { Items = [.. found.Items.Select(item => records.Open(item))] });
    }
}

internal static class FindingProjection
{
    /// <summary>The message in the caller's language; the value still protected.</summary>
    public static System.Linq.Expressions.Expression<Func<OperationFinding, OperationFindingItem>> Of()
    {
        var english = Language.English;
        return finding => new OperationFindingItem
        {
            Row = finding.Row,
            Column = finding.Column,
            Severity = finding.Severity,
            Code = finding.Code,
            Message = english ? finding.MessageEnglish : finding.Message,
            Value = finding.Value,
        };
    }

    public static OperationFindingItem Open(this IOperationRecords records, OperationFindingItem item) =>
        item with
        {
            Value = records.Unprotect(item.Value),
        };
}
