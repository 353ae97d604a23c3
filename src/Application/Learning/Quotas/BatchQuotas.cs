using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>Gives up to a thousand quotas.</summary>
[Permission(QuotaPermissions.Write)]
public sealed record BatchQuotas : Batch<SetQuota>, ICommand<BatchResult>;

internal sealed class BatchQuotasValidator : BatchValidator<BatchQuotas, SetQuota>;

internal sealed class BatchQuotasHandler(BatchRunner runner) : ICommandHandler<BatchQuotas, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchQuotas request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
