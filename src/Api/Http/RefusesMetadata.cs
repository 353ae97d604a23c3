namespace MethodCenter.Api.Http;

/// <summary>Statuses of refusals of an operation that do not follow from its method and parameters, for the document.</summary>
internal sealed class RefusesMetadata(params int[] statuses)
{
    public IReadOnlyList<int> Statuses => statuses;
}
