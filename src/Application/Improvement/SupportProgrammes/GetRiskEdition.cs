using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>One edition of the risk dictionary.</summary>
[Permission(RiskEditionPermissions.Read)]
public sealed record GetRiskEdition(Guid Id) : IQuery<RiskEditionDetails>;

internal sealed class GetRiskEditionHandler(IReads reads) : IQueryHandler<GetRiskEdition, RiskEditionDetails>
{
    public async Task<Result<RiskEditionDetails>> Handle(GetRiskEdition request, CancellationToken cancellationToken) =>
        await reads.FindAsync<RiskEdition, RiskEditionDetails>(request.Id, cancellationToken) is { } edition
            ? edition
            : SupportProgrammeErrors.EditionNotFound;
}
