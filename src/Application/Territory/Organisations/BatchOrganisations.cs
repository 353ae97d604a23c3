using MethodCenter.Application.Common.Batches;

namespace MethodCenter.Application.Territory.Organisations;

/// <summary>An organisation of a batch.</summary>
public sealed record OrganisationBatchItem
{
    /// <summary>
    /// The key of a neighbouring system: the organisation known by it is updated. Absent: it is registered.
    /// </summary>
    public ExternalKeyBody? Key { get; init; }

    /// <summary>As in the single request.</summary>
    public required RegisterOrganisation Body { get; init; }
}

/// <summary>Registers or updates up to a thousand organisations.</summary>
[Permission(OrganisationPermissions.Write)]
public sealed record BatchOrganisations : Batch<OrganisationBatchItem>, ICommand<BatchResult>;

internal sealed class BatchOrganisationsValidator : BatchValidator<BatchOrganisations, OrganisationBatchItem>;

internal sealed class BatchOrganisationsHandler(BatchRunner runner) : ICommandHandler<BatchOrganisations, BatchResult>
{
    public Task<Answer<BatchResult>> Handle(BatchOrganisations request, CancellationToken cancellationToken) =>
        runner.RunAsync(
            request,
            async (dispatcher, item, token) =>
                item.Key is { } key
                    ? (await dispatcher.SendAsync(new UpsertOrganisation(key.ToKey(), item.Body), token)).Map(
                        BatchItemResult.Of
                    )
                    : (await dispatcher.SendAsync(item.Body, token)).Map(BatchItemResult.New),
            cancellationToken
        );
}
