using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Ports;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Journal;

namespace MethodCenter.Application.Learning.Journal;

/// <summary>One final work.</summary>
[Permission(JournalPermissions.Read)]
public sealed record GetFinalWork(Guid Id) : IQuery<FinalWorkDetails>;

internal sealed class GetFinalWorkHandler(IReads reads) : IQueryHandler<GetFinalWork, FinalWorkDetails>
{
    public async Task<Result<FinalWorkDetails>> Handle(GetFinalWork request, CancellationToken cancellationToken) =>
        await reads.FindAsync<FinalWork, FinalWorkDetails>(request.Id, cancellationToken) is { } work
            ? work
            : FinalWorkErrors.NotFound;
}
