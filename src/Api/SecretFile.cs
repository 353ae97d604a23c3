using System.Globalization;
using System.Text;

namespace MethodCenter.Api;

/// <summary>A file that only the account of the service reads, for what must not stand in a log. A start makes one at most.</summary>
internal sealed class SecretFile : IDisposable
{
    /// <summary>Where the files are made; else beside the service.</summary>
    public const string FolderVariable = "METHODCENTER_SECRETS";

    private FileStream? _file;

    /// <summary>Makes the file, or goes on with it: it stays open, so that nobody puts another one in its place meanwhile.</summary>
    /// <returns>Its path. A file that is there already is never written to: somebody else may have made it.</returns>
    public string Write(string text, DateTimeOffset now)
    {
        if (_file is null || !File.Exists(_file.Name))
        {
            // Read and deleted already, as it was asked: what is written to it now would be lost.
            _file?.Dispose();
            _file = Create(now);
        }

        _file.Write(Encoding.UTF8.GetBytes(text));
        _file.Flush();
        return _file.Name;
    }

    public void Dispose() => _file?.Dispose();

    private static FileStream Create(DateTimeOffset now)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named
            ? named
            : Environment.CurrentDirectory;
        var name = string.Create(CultureInfo.InvariantCulture, $"methodcenter-keys-{now:yyyyMMdd-HHmmss-fffffff}.txt");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(folder, name), options);
    }
}
