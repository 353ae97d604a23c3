using MethodCenter.Domain.Office.Imports;

namespace MethodCenter.Application.Office.Imports;

/// <summary>Asks an operation to end. What waits ends at once, what runs at its next step.</summary>
[Permission(ImportPermissions.Run)]
public sealed record CancelOperation(Guid Id) : ICommand<OperationDetails>;

internal sealed class CancelOperationHandler(
    IOfficeStore store,
    IRunningOperations running,
    IClock clock,
    Caller caller
) : ICommandHandler<CancelOperation, OperationDetails>
{
    public async Task<Answer<OperationDetails>> Handle(CancelOperation request, CancellationToken cancellationToken)
    {
        var known = await store
            .Operations.AsNoTracking()
            .OfCaller(caller)
            .AnyAsync(operation => operation.Id == request.Id, cancellationToken);
        if (!known)
        {
            return OperationErrors.NotFound;
        }

        // First in this instance: on SQLite the import itself holds the database until it hears of it.
        running.Cancel(request.Id);
        if (await store.HoldOperationAsync(request.Id, cancellationToken) is not { } operation)
        {
            return OperationErrors.NotFound;
        }

        return operation.RequestCancel(clock.Now).Error
            ?? Result<OperationDetails>.Accept(OperationDetails.Of(operation, running.Find(operation.Id)));
    }
}
