using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Office.Audit;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Infrastructure.Office.Changes;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>No row is written without the centre that owns it: no caller would ever see it again.</summary>
/// <remarks>Only accounts may stand outside of every centre, those of system administrators, and what is told of them.</remarks>
internal static class CentreGuard
{
    private static readonly string AccountSubject = ChangeRows.NameOf(typeof(Account));

    public static void Check(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified && Lacks(entry.Entity))
            {
                throw Homeless(entry.Entity.GetType());
            }
        }
    }

    /// <summary>The same for rows that are written past the change tracker.</summary>
    public static void Check(Type type, IReadOnlyList<object> rows, Guid centreId)
    {
        if (centreId == Guid.Empty && rows.Any(row => row is Entity or ChangeEntry && !MayLack(row)))
        {
            throw Homeless(type);
        }
    }

    public static void CheckNumerator(Guid centreId)
    {
        if (centreId == Guid.Empty)
        {
            throw Homeless(typeof(Numerator));
        }
    }

    private static bool Lacks(object row) =>
        row switch
        {
            Entity entity => entity.CentreId == Guid.Empty,
            ChangeEntry change => change.CentreId == Guid.Empty,
            Numerator numerator => numerator.CentreId == Guid.Empty,
            _ => false,
        } && !MayLack(row);

    private static bool MayLack(object row) =>
        row switch
        {
            Account or IPartOf<Account> => true,
            AuditEntry entry => entry.Subject == AccountSubject,
            ChangeEntry change => change.Type == ChangeTypes.Of(typeof(Account)).Name,
            _ => false,
        };

    private static InvalidOperationException Homeless(Type type) =>
        new($"A row of {type.Name} was about to be saved without the centre that owns it.");
}
