using MethodCenter.Domain.Office.Audit;

namespace MethodCenter.Application.Office.Audit;

/// <summary>The audit as use cases see it: to be read, in the caller's centre. It is written by the save itself.</summary>
public interface IAuditTrail
{
    IQueryable<AuditEntry> Entries { get; }
}
