using MethodCenter.Api.Tests.Makers;

namespace MethodCenter.Api.Tests.Territory.Centres;

/// <summary>There is one: the centre itself.</summary>
internal sealed class CentreMaker : Maker
{
    public CentreMaker() => Object("/centres/{id}", made => Task.FromResult(made.World.CentreId));
}
