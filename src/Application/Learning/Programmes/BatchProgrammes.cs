using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Registers up to a thousand programmes.</summary>
[Permission(ProgrammePermissions.Write)]
public sealed record BatchProgrammes : Batch<RegisterProgramme>, ICommand<BatchResult>;

internal sealed class BatchProgrammesValidator : BatchValidator<BatchProgrammes, RegisterProgramme>;

internal sealed class BatchProgrammesHandler(BatchRunner runner) : ICommandHandler<BatchProgrammes, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchProgrammes request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) => (await dispatcher.SendAsync(item, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
