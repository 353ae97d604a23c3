using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Learning;

/// <summary>The rows of Learning.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface ILearningStore : IStore;
