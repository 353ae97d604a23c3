using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MethodCenter.TestKit;

/// <summary>The service as a process of its own, as an operator starts it; it can be killed.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => _process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>What it has written to its console.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>The lines of its log, which at a redirected console are JSON, one object a line.</summary>
    public IReadOnlyList<LogLine> Log
    {
        get
        {
            LogLine[] lines =
            [
                .. Output
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Where(line => line.StartsWith('{'))
                    .Select(line => JsonNode.Parse(line)!)
                    .Select(line => new LogLine(
                        (string)line["LogLevel"]!,
                        (string)line["Category"]!,
                        (string?)line["Message"] ?? ""
                    )),
            ];

            // It has told at least where it listens; else the log has another form, in which nothing would be found.
            return lines.Length > 0 ? lines : throw new InvalidOperationException($"No line is JSON:\n{Output}");
        }
    }

    /// <summary>Starts it and waits until it listens, on a free port.</summary>
    /// <param name="database">On which.</param>
    /// <param name="settings">Besides the usual ones.</param>
    /// <param name="presetsKey">False: the service makes its first key itself.</param>
    /// <param name="switches">Of the command line.</param>
    public static async Task<ServiceProcess> StartAsync(
        TestDatabase database,
        IReadOnlyDictionary<string, string>? settings = null,
        bool presetsKey = true,
        params IReadOnlyList<string> switches
    )
    {
        var service = Launch(database, settings, presetsKey, switches);
        try
        {
            service.Address = await service._listening.Task.WaitAsync(StartLimit);
            return service;
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it where it is expected to end by itself; gives its exit code and its console.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(
        TestDatabase database,
        IReadOnlyDictionary<string, string>? settings = null,
        params IReadOnlyList<string> switches
    )
    {
        await using var service = Launch(database, settings, presetsKey: true, switches);
        using var limit = new CancellationTokenSource(StartLimit);
        await service._process.WaitForExitAsync(limit.Token);
        return (service._process.ExitCode, service.Output);
    }

    public ApiClient Client(string? key = TestService.AdministratorKey, string? centre = null) =>
        new(new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(120) }, key, centre);

    /// <summary>kill -9: the process has no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as systemd and containers send it; gives the exit code.</summary>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync();
        using var cancel = new CancellationTokenSource(limit);
        await _process.WaitForExitAsync(cancel.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static ServiceProcess Launch(
        TestDatabase database,
        IReadOnlyDictionary<string, string>? settings,
        bool presetsKey,
        params IReadOnlyList<string> switches
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        foreach (var name in switches)
        {
            start.ArgumentList.Add(name);
        }

        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Database__Provider"] = database.Provider.ToString(),
            ["Database__Migrate"] = "true",
            ["ConnectionStrings__MethodCenter"] = database.ConnectionString,
            ["Bootstrap__ApiKey"] = TestService.AdministratorKey,
            ["RateLimit__PermitsPerMinute"] = "0",
            ["DOTNET_TieredPGO"] = "0", // it lives for seconds: what it would learn it never uses
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        };
        if (!presetsKey)
        {
            environment.Remove("Bootstrap__ApiKey");
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            environment[name] = value;
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var service = new ServiceProcess(new Process { StartInfo = start });
        service._process.OutputDataReceived += (_, line) => service.Read(line.Data);
        service._process.ErrorDataReceived += (_, line) => service.Read(line.Data);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            // The end of the console: when it never listened, whoever waits for it learns why.
            _listening.TrySetException(new InvalidOperationException($"The service ended:\n{Output}"));
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } found)
        {
            _listening.TrySetResult(new Uri(found.Value));
        }
    }

    /// <summary>A line of the log.</summary>
    /// <param name="Level">«Error», «Warning», …</param>
    /// <param name="Category">Full name of the class that says it.</param>
    /// <param name="Message">What it says.</param>
    public sealed record LogLine(string Level, string Category, string Message);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+(?=[""\s]|$)")]
    private static partial Regex Listening();
}
