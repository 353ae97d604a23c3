using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>An employee of a batch.</summary>
public sealed record EmployeeBatchItem
{
    /// <summary>
    /// The key of a neighbouring system: an employee known by it is updated. Absent: the person is registered.
    /// </summary>
    public ExternalKeyBody? Key { get; init; }

    /// <summary>As in the single request.</summary>
    public required RegisterEmployee Body { get; init; }
}

/// <summary>Registers or updates up to a thousand employees.</summary>
[Permission(EmployeePermissions.Write)]
public sealed record BatchEmployees : Batch<EmployeeBatchItem>, ICommand<BatchResult>;

internal sealed class BatchEmployeesValidator : BatchValidator<BatchEmployees, EmployeeBatchItem>;

internal sealed class BatchEmployeesHandler(BatchRunner runner) : ICommandHandler<BatchEmployees, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchEmployees request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) =>
                item.Key is { } key
                    ? (await dispatcher.SendAsync(new UpsertEmployee(key.ToKey(), item.Body), token)).Map(
                        BatchItemResult.Of
                    )
                    : (await dispatcher.SendAsync(item.Body, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
