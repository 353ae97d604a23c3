using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Improvement;

/// <summary>The rows of Improvement.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface IImprovementStore : IStore;
