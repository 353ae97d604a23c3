using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Territory;

/// <summary>The rows of Territory, which every context may know.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface ITerritoryStore : IStore;
