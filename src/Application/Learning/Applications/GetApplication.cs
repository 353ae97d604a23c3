using MethodCenter.Domain.Learning.Applications;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>One application.</summary>
[Permission(ApplicationPermissions.Read)]
public sealed record GetApplication(Guid Id) : IQuery<ApplicationDetails>;

internal sealed class GetApplicationHandler(IReads reads) : IQueryHandler<GetApplication, ApplicationDetails>
{
    public async Task<Result<ApplicationDetails>> Handle(GetApplication request, CancellationToken cancellationToken) =>
        await reads.FindAsync<TrainingApplication, ApplicationDetails>(request.Id, cancellationToken) is { } application
            ? application
            : ApplicationErrors.NotFound;
}
