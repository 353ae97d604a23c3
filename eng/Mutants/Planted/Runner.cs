using MethodCenter.Domain;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace MethodCenter.Mutants;

/// <summary>Runs the tests once to see which of them come to which refusal, then those once more for each mutant.</summary>
internal static class Runner
{
    /// <summary>No test of the domain takes a second; a mutant that takes this long goes round in circles.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly TestAssemblyConfiguration Settings = new()
    {
        PreEnumerateTheories = true,
        StopOnFail = true,
    };

    public static async Task<int> Main(string[] args)
    {
        var (most, from, verdicts) = (int.Parse(args[0]), int.Parse(args[1]), args[2]);
        TestContext.SetForInitialization(null, false, false);
        var assembly = typeof(Runner).Assembly;
        var framework = new XunitTestFramework();
        var cases = new List<IXunitTestCase>();
        await framework
            .GetDiscoverer(assembly)
            .Find(
                found =>
                {
                    // Chance kills no mutant: the properties stay out, so that every run says the same.
                    if (found.TestClassName?.EndsWith("PropertyTests", StringComparison.Ordinal) != true)
                    {
                        cases.Add((IXunitTestCase)found);
                    }

                    return ValueTask.FromResult(true);
                },
                TestFrameworkOptions.ForDiscovery(Settings)
            );

        Domain.Mutants.Test = () => TestContext.Current.TestCase?.UniqueID;
        if (await RunAsync(cases) is { } failed)
        {
            Console.Error.WriteLine($"Without a mutant a test fails already: {failed}");
            return 1;
        }

        Domain.Mutants.Test = null;
        var reached = Domain.Mutants.Reached.Keys.ToLookup(pair => pair.Mutant, pair => pair.Test);
        Console.WriteLine($"{cases.Count} tests come to {reached.Count} refusals.");
        for (var number = from; number <= most; number++)
        {
            var tests = reached[number].ToHashSet();
            var chosen = tests.Contains("") ? cases : [.. cases.Where(test => tests.Contains(test.UniqueID))];
            Domain.Mutants.Active = number;
            var run = RunAsync(chosen);
            if (await Task.WhenAny(run, Task.Delay(Longest)) != run)
            {
                await File.AppendAllTextAsync(verdicts, $"{number}\tkilled\tdoes not end\n");
                return 3;
            }

            Domain.Mutants.Active = 0;
            var verdict = await run is { } killer ? $"killed\t{killer}" : $"survives\t{chosen.Count} tests come here";
            await File.AppendAllTextAsync(verdicts, $"{number}\t{verdict}\n");
        }

        // Whatever a mutant has left behind in a static field would judge the others.
        if (await RunAsync(cases) is { } spoilt)
        {
            Console.Error.WriteLine($"After the mutants a test fails without one: {spoilt}");
            return 1;
        }

        return 0;

        async Task<string?> RunAsync(IReadOnlyCollection<IXunitTestCase> chosen)
        {
            var sink = new Failures();
            if (chosen.Count > 0)
            {
                await ((XunitTestFrameworkExecutor)framework.GetExecutor(assembly)).RunTestCases(
                    chosen,
                    sink,
                    TestFrameworkOptions.ForExecution(Settings),
                    CancellationToken.None
                );
            }

            return sink.First;
        }
    }

    private sealed class Failures : IMessageSink
    {
        private readonly Dictionary<string, string> _names = [];

        public string? First { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            lock (_names)
            {
                switch (message)
                {
                    case ITestStarting starting:
                        _names[starting.TestUniqueID] = starting.TestDisplayName;
                        break;
                    case ITestFailed failure:
                        First ??= _names[failure.TestUniqueID];
                        break;
                    case IErrorMetadata error:
                        First ??= string.Join(" ", error.Messages);
                        break;
                }

                return First is null;
            }
        }
    }
}
