using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Organizations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Organizations.Accounts;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Improvement.SupportProgrammes;

/// <summary>Opens a school to the account of its curator, and closes it to the one who is replaced.</summary>
/// <remarks>
/// So «curator: assigned schools only» holds by itself. A closed participation leaves the school open to the curator,
/// who still answers for its outcome. A role that an administrator granted by an act of his own is not taken away here.
/// </remarks>
internal sealed class OnSchoolAssignedOpenCuratorScope(IImprovementStore store, IOrganizationStore organizations)
    : IDomainEventHandler<SchoolAssigned>,
        IDomainEventHandler<CuratorReplaced>
{
    /// <summary>Basis of the roles that follow from an appointment: the rule of the programme.</summary>
    internal const string Act = "RISK-8";

    public async Task HandleAsync(SchoolAssigned domainEvent, CancellationToken cancellationToken)
    {
        foreach (var account in await FindAccountsAsync([domainEvent.CuratorId], cancellationToken))
        {
            Open(account, domainEvent.OrganisationId);
        }
    }

    public async Task HandleAsync(CuratorReplaced domainEvent, CancellationToken cancellationToken)
    {
        var (oldId, newId, schoolId) = (
            domainEvent.OldCuratorId,
            domainEvent.NewCuratorId,
            domainEvent.OrganisationId
        );
        var accounts = await FindAccountsAsync([oldId, newId], cancellationToken);
        foreach (var account in accounts.Where(account => account.EmployeeId == newId))
        {
            Open(account, schoolId);
        }

        var closing = accounts
            .Where(account => account.EmployeeId == oldId)
            .SelectMany(account => account.Grants.Where(grant => IsOwn(grant, schoolId)), (account, grant) => (account, grant.Id))
            .ToList();
        if (closing.Count == 0 || await CuratesElsewhereAsync(domainEvent, cancellationToken))
        {
            return;
        }

        foreach (var (account, grantId) in closing)
        {
            account.RevokeRole(grantId);
        }
    }

    /// <summary>Granted already, by hand or by an earlier cycle: there is nothing to do.</summary>
    private static void Open(Account account, Guid organisationId) =>
        account.GrantRole(Role.Curator, organisationId, Act);

    private static bool IsOwn(Grant grant, Guid organisationId) =>
        grant.Role == Role.Curator && grant.OrganisationId == organisationId && grant.Act == Act;

    private Task<List<Account>> FindAccountsAsync(Guid[] employeeIds, CancellationToken cancellationToken) =>
        organizations
            .Accounts.Include(account => account.Grants)
            .Where(account => account.EmployeeId != null && employeeIds.Contains(account.EmployeeId.Value))
            .ToListAsync(cancellationToken);

    /// <summary>The same school in another programme or cycle, still open.</summary>
    private Task<bool> CuratesElsewhereAsync(CuratorReplaced replaced, CancellationToken cancellationToken) =>
        store.Participations.AnyAsync(
            other =>
                other.Id != replaced.SubjectId
                && other.OrganisationId == replaced.OrganisationId
                && other.CuratorId == replaced.OldCuratorId
                && other.State != ParticipationState.Closed,
            cancellationToken
        );
}
