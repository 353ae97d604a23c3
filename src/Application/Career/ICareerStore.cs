using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Career;

/// <summary>The rows of Career.</summary>
/// <remarks>Each area states its own as extension members: see <c>…Store.cs</c> in its folder.</remarks>
public interface ICareerStore : IStore;
