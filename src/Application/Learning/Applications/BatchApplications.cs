using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Submits up to a thousand applications, in the order of the list.</summary>
[Permission(ApplicationPermissions.Submit)]
public sealed record BatchApplications : Batch<SubmitApplication>, ICommand<BatchResult>;

internal sealed class BatchApplicationsValidator : BatchValidator<BatchApplications, SubmitApplication>;

internal sealed class BatchApplicationsHandler(BatchRunner runner) : ICommandHandler<BatchApplications, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchApplications request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
