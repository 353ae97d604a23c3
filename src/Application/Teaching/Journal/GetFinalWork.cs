using MethodCenter.Domain.Teaching.Journal;

namespace MethodCenter.Application.Teaching.Journal;

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
