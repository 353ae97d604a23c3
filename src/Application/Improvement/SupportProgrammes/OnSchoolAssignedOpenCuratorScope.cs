using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Opens a school to the account of its curator, and closes it to the one who is replaced.</summary>
/// <remarks>
/// So «curator: assigned schools only» holds by itself. A closed participation leaves the school open to the curator,
/// who still answers for its outcome. A role that an administrator granted by an act of his own is not taken away here.
/// </remarks>
internal sealed class OnSchoolAssignedOpenCuratorScope(IImprovementStore store, ITerritoryStore territory)
    : IDomainEventHandler<SchoolAssigned>,
        IDomainEventHandler<CuratorReplaced>
{
    /// <summary>Basis of the roles that follow from an appointment: the rule of the programme.</summary>
    internal const string Act = "RISK-8";

    public async Task HandleAsync(SchoolAssigned domainEvent, CancellationToken cancellationToken)
    {
        var accounts = await territory
            .Accounts.Include(account => account.Grants)
            .Where(account => account.EmployeeId == domainEvent.CuratorId)
            .ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            Open(account, domainEvent.OrganisationId);
        }
    }

    public async Task HandleAsync(CuratorReplaced domainEvent, CancellationToken cancellationToken)
    {
        var (participationId, schoolId, oldId, newId) = domainEvent;

        // The former curator keeps a school that is his in another programme or cycle, still open.
        var accounts = await territory
            .Accounts.Include(account => account.Grants)
            .Where(account =>
                account.EmployeeId == newId
                || (
                    account.EmployeeId == oldId
                    && !store
                        .Set<Participation>()
                        .Any(other =>
                            other.Id != participationId
                            && other.OrganisationId == schoolId
                            && other.CuratorId == oldId
                            && other.State != ParticipationState.Closed
                        )
                )
            )
            .ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            if (account.EmployeeId == newId)
            {
                Open(account, schoolId);
            }
            else if (account.Grants.FirstOrDefault(grant => IsOwn(grant, schoolId)) is { } grant)
            {
                account.RevokeRole(grant.Id);
            }
        }
    }

    /// <summary>Granted already, by hand or by an earlier cycle: then there is nothing to do.</summary>
    private static void Open(Account account, Guid organisationId) =>
        account.GrantRole(Role.Curator, organisationId, Act);

    private static bool IsOwn(Grant grant, Guid organisationId) =>
        grant.Role == Role.Curator && grant.OrganisationId == organisationId && grant.Act == Act;
}
