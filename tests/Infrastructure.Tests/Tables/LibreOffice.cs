using System.Diagnostics;

namespace MethodCenter.Infrastructure.Tests.Tables;

/// <summary>LibreOffice, which opens a workbook as a person would.</summary>
internal static class LibreOffice
{
    /// <summary>Semicolons, quotes where needed, UTF-8, values as they are shown, a file for every sheet.</summary>
    private const string Filter = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What each sheet of each workbook shows, by «workbook-sheet.csv».</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ShowAsync(
        IReadOnlyDictionary<string, byte[]> workbooks
    ) =>
        (await ConvertAsync(workbooks, Filter, "*.csv")).ToDictionary(file => file.Key, file => Files.Text(file.Value));

    /// <summary>The workbooks as LibreOffice itself saves them. Skipped with the reason where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(
        IReadOnlyDictionary<string, byte[]> workbooks,
        string format,
        string pattern,
        string ending = ".xlsx"
    )
    {
        var program = Find();
        if (program is null)
        {
            const string reason =
                "There is no LibreOffice on this machine; install it (apt-get install libreoffice-calc libreoffice-writer).";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }

        var folder = Directory.CreateTempSubdirectory("methodcenter-office-");
        try
        {
            foreach (var (name, content) in workbooks)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ending), content, Files.Cancel);
            }

            var saved = folder.CreateSubdirectory("saved");
            await RunAsync(program, folder.FullName, format, [.. workbooks.Keys.Select(name => name + ending)]);
            return saved.GetFiles(pattern).ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string program, string folder, string format, string[] workbooks)
    {
        // A profile of its own: another LibreOffice of the same user would take the command and do nothing.
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}",
                "--headless",
                "--norestore",
                "--convert-to",
                format,
                "--outdir",
                "saved",
            },
        };
        foreach (var workbook in workbooks)
        {
            start.ArgumentList.Add(workbook);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(Files.Cancel);
        var complained = process.StandardError.ReadToEndAsync(Files.Cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Files.Cancel);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.ExitCode.ShouldBe(0, await said + await complained);
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => new[] { "soffice", "libreoffice" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
