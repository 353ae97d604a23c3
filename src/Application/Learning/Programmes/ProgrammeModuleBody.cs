using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>A module of a programme.</summary>
public sealed record ProgrammeModuleBody
{
    public required string Title { get; init; }

    /// <summary>Academic hours.</summary>
    public required int Hours { get; init; }

    internal static IReadOnlyList<ProgrammeModuleBody> Of(IEnumerable<ProgrammeModule> modules) =>
        [.. modules.Select(module => new ProgrammeModuleBody { Title = module.Title, Hours = module.Hours })];
}
