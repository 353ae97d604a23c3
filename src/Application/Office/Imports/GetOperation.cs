using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>
/// State, progress and outcome of an operation: the caller's own, or any for those who manage accounts.
/// </summary>
[Permission(ImportPermissions.Run)]
public sealed record GetOperation(Guid Id) : IQuery<OperationDetails>;

internal sealed class GetOperationHandler(IOfficeStore store, IRunningOperations running, Caller caller)
    : IQueryHandler<GetOperation, OperationDetails>
{
    public async Task<Result<OperationDetails>> Handle(GetOperation request, CancellationToken cancellationToken)
    {
        var operation = await store
            .Operations.AsNoTracking()
            .OfCaller(caller)
            .SingleOrDefaultAsync(operation => operation.Id == request.Id, cancellationToken);
        return operation is null
            ? OperationErrors.NotFound
            : OperationDetails.Of(operation, running.Find(operation.Id));
    }
}

internal static class OperationScope
{
    /// <summary>
    /// Files hold names: an operation is visible to the person who began it and to those who manage the accounts.
    /// </summary>
    public static IQueryable<Operation> OfCaller(this IQueryable<Operation> operations, Caller caller)
    {
        if (caller.May(AccountPermissions.Manage))
        {
            return operations;
        }

        var accountId = caller.Account!.Id;
        return operations.Where(operation => operation.AccountId == accountId);
    }
}
