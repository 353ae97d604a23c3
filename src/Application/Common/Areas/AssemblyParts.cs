using System.Collections.Immutable;

namespace MethodCenter.Application.Common.Areas;

/// <summary>The classes of this assembly, looked through once for all that is found and not entered.</summary>
internal static class AssemblyParts
{
    private static readonly Type[] All = typeof(AssemblyParts).Assembly.GetTypes();

    public static ImmutableArray<Type> Classes { get; } =
    [.. All.Where(type => type is { IsClass: true, IsAbstract: false })];

    /// <summary>Static classes are abstract to the runtime.</summary>
    public static ImmutableArray<Type> StaticClasses { get; } =
    [.. All.Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: true })];
}
