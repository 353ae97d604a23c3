namespace MethodCenter.Application.Common.Reports;

/// <summary>The name of the caller's centre, for the head of what is printed.</summary>
public interface ICentreName
{
    Task<string> GetAsync(CancellationToken cancellationToken);
}
