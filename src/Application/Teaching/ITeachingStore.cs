using MethodCenter.Application.Learning;

namespace MethodCenter.Application.Teaching;

/// <summary>The rows of Teaching, with those of Learning, which it may know.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface ITeachingStore : ILearningStore;
