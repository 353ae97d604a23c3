using System.Reflection;
using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Domain.Common;
using MethodCenter.Infrastructure;

namespace MethodCenter.Architecture.Tests;

/// <summary>The code of the service, as assemblies and as files.</summary>
internal static class Code
{
    public static readonly Assembly Domain = typeof(Entity).Assembly;
    public static readonly Assembly Application = typeof(IAppRequest).Assembly;
    public static readonly Assembly Infrastructure = typeof(DatabaseOptions).Assembly;
    public static readonly Assembly Api = typeof(Program).Assembly;
    public static readonly Assembly[] All = [Domain, Application, Infrastructure, Api];

    /// <summary>Folder <c>src</c> of the repository.</summary>
    public static string Source { get; } = FindSource();

    public static IEnumerable<(string Path, string Text)> Files(params string[] folders) =>
        folders.SelectMany(folder => FilesUnder(Source, folder));

    /// <summary>Sources of the tests; without the samples of what is forbidden.</summary>
    public static IEnumerable<(string Path, string Text)> TestFiles() =>
        FilesUnder(Path.GetDirectoryName(Source)!, "tests")
            .Where(file => !file.Path.EndsWith("/StyleTests.cs", StringComparison.Ordinal));

    /// <summary>Types that a person has written.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                !type.Name.Contains('<')
                && type.DeclaringType?.Name.Contains('<') != true
                && !type.IsDefined(typeof(CompilerGeneratedAttribute), false)
            );

    /// <summary>Requests of the application: commands and queries.</summary>
    public static IEnumerable<Type> Requests =>
        Application
            .Written()
            .Where(type => typeof(IAppRequest).IsAssignableFrom(type) && type is { IsClass: true, IsAbstract: false });

    /// <summary>The contexts: folders of that name in every layer.</summary>
    public static readonly string[] Contexts =
    [
        "Territory",
        "Learning",
        "Teaching",
        "Training",
        "Career",
        "Improvement",
        "Office",
    ];

    /// <summary>«Learning» of a type in <c>MethodCenter.Domain.Learning.Courses</c>; null outside of the contexts.</summary>
    public static string? ContextOf(Type type) =>
        type.Namespace?.Split('.')
            is ["MethodCenter", "Domain" or "Application" or "Infrastructure" or "Api", var context, ..]
        && Contexts.Contains(context)
            ? context
            : null;

    /// <summary>«Learning.Courses» of a type in <c>MethodCenter.Domain.Learning.Courses</c>; null outside of the areas.</summary>
    public static string? AreaOf(Type type) =>
        ContextOf(type) is { } context && type.Namespace!.Split('.') is [_, _, _, var area, ..]
            ? $"{context}.{area}"
            : null;

    private static IEnumerable<(string Path, string Text)> FilesUnder(string root, string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"))
            .Select(path => (Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));

    private static string FindSource([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MethodCenter.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? Path.Combine(Path.GetDirectoryName(here)!, "..", ".."), "src");
    }
}
