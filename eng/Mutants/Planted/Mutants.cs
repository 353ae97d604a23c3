using System.Collections.Concurrent;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Frdo;

namespace MethodCenter.Domain;

/// <summary>The switch of all mutants of this build: at most one is active at a time.</summary>
public static class Mutants
{
    /// <summary>Number of the active mutant; 0: none.</summary>
    public static volatile int Active;

    /// <summary>Names the test that runs now; null while nothing is recorded.</summary>
    public static volatile Func<string?>? Test;

    /// <summary>Which tests came to which refusal.</summary>
    public static readonly ConcurrentDictionary<(int Mutant, string Test), bool> Reached = new();

    /// <summary>False: the refusal is deleted. Asked only where it would be made.</summary>
    public static bool Live(int number)
    {
        if (Test is { } test)
        {
            Reached[(number, test() ?? "")] = true;
        }

        return Active != number;
    }

    /// <summary>The refusal that another method has made; null: it is deleted.</summary>
    public static Error? Drop(int number, Error? error) => error is null || Live(number) ? error : null;

    public static Error Other(int number, Error error) => Live(number) ? error : error with { Code = "mutant" };

    public static Warning Other(int number, Warning warning) =>
        Live(number) ? warning : warning with { Code = "mutant" };

    public static FrdoFault Other(int number, FrdoFault fault) =>
        Live(number) ? fault : fault with { Error = fault.Error with { Code = "mutant" } };
}
