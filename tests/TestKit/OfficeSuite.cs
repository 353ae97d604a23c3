using System.Diagnostics;
using Xunit;

namespace MethodCenter.TestKit;

/// <summary>LibreOffice, which opens and prints a file as a person would.</summary>
/// <remarks><c>PICTURES=folder</c> keeps what it makes, for whoever wants to look at it.</remarks>
public static class OfficeSuite
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PICTURES");

    /// <summary>The workbooks as LibreOffice itself saves them. Skipped with the reason where there is none.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(
        IReadOnlyDictionary<string, byte[]> workbooks,
        string format,
        string pattern,
        string ending,
        CancellationToken cancellationToken
    )
    {
        var program = Find();
        if (program is null)
        {
            const string reason =
                "There is no LibreOffice or no pdftotext; install them (apt-get install libreoffice-calc libreoffice-writer poppler-utils).";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Fail(reason);
        }

        var folder = Directory.CreateTempSubdirectory("methodcenter-office-");
        try
        {
            foreach (var (name, content) in workbooks)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ending), content, cancellationToken);
            }

            var saved = folder.CreateSubdirectory("saved");
            await RunAsync(
                program,
                folder.FullName,
                format,
                [.. workbooks.Keys.Select(name => name + ending)],
                cancellationToken
            );
            foreach (var file in Pictures is null ? [] : saved.GetFiles(pattern))
            {
                file.CopyTo(Path.Combine(Directory.CreateDirectory(Pictures!).FullName, file.Name), overwrite: true);
            }

            return saved.GetFiles(pattern).ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(
        string program,
        string folder,
        string format,
        string[] workbooks,
        CancellationToken cancellationToken
    )
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
        var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complained = process.StandardError.ReadToEndAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
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

        Assert.True(process.ExitCode == 0, await said + await complained);
    }

    private static string? Find() => Find("pdftotext") is null ? null : Find("soffice") ?? Find("libreoffice");

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    /// <summary>The pages of papers or workbooks as they come out of the printer: what stands on each.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> PrintAsync(
        IReadOnlyDictionary<string, byte[]> files,
        string ending,
        CancellationToken cancellationToken
    )
    {
        var printed = await ConvertAsync(files, "pdf", "*.pdf", ending, cancellationToken);
        var pages = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, content) in printed)
        {
            pages[name[..^".pdf".Length]] = await PagesAsync(content, cancellationToken);
        }

        return pages;
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, cancellationToken);
            using var process = Process.Start(
                new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"])
                {
                    RedirectStandardOutput = true,
                }
            )!;
            var text = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.Equal(0, process.ExitCode);

            // Each page ends with a form feed.
            return text.Split('\f')[..^1];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
