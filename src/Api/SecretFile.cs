using System.Globalization;

namespace MethodCenter.Api;

/// <summary>A file that only the account of the service reads, for what must not stand in a log.</summary>
internal static class SecretFile
{
    /// <summary>Where the files are made; else beside the service.</summary>
    public const string FolderVariable = "METHODCENTER_SECRETS";

    /// <returns>Its path. A file that is there already is never written to: somebody else may have made it.</returns>
    public static string Write(string text, DateTimeOffset now)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named
            ? named
            : Environment.CurrentDirectory;
        var name = string.Create(CultureInfo.InvariantCulture, $"methodcenter-keys-{now:yyyyMMdd-HHmmss-fffffff}.txt");
        var path = Path.Combine(folder, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
        return path;
    }
}
