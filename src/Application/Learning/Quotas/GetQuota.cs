using MethodCenter.Domain.Learning.Quotas;

namespace MethodCenter.Application.Learning.Quotas;

/// <summary>One quota.</summary>
[Permission(QuotaPermissions.Read)]
public sealed record GetQuota(Guid Id) : IQuery<QuotaDetails>;

internal sealed class GetQuotaHandler(IReads reads) : IQueryHandler<GetQuota, QuotaDetails>
{
    public async Task<Result<QuotaDetails>> Handle(GetQuota request, CancellationToken cancellationToken) =>
        await reads.FindAsync<Quota, QuotaDetails>(request.Id, cancellationToken) is { } quota
            ? quota
            : QuotaErrors.NotFound;
}
