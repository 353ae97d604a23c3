using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Office;

/// <summary>The rows of Office.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface IOfficeStore : IStore;
