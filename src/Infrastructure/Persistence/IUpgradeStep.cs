namespace MethodCenter.Infrastructure.Persistence;

/// <summary>What an area has to do once with the rows of an older version, after the migrations. Doing it again changes nothing.</summary>
internal interface IUpgradeStep
{
    Task RunAsync(CancellationToken cancellationToken);
}
