using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Centres;

/// <summary>There is one: the centre itself.</summary>
internal sealed class CentreMaker : Maker
{
    public CentreMaker() => Single("/centres/{id}", made => Task.FromResult($"/centres/{made.World.CentreId}"));
}
