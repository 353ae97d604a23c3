using System.Globalization;

namespace MethodCenter.Attacks;

/// <summary>Attacks on a running service, each as a hostile account would make it.</summary>
internal static class Program
{
    private const string Usage = """
        eng/attack ADDRESS --key KEY [--as ROLE] [--only A1]… [--seed NUMBER]

        ADDRESS  a running service, e.g. http://127.0.0.1:5080; centres with made-up people are added to its database
        KEY      of the system administrator
        ROLE     the role of every hostile account, e.g. centreAdministrator: shows that an attack succeeds where it may
        """;

    private static async Task<int> Main(string[] arguments)
    {
        if (Options.Read(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        Attack[] attacks =
        [
            new Oracle(),
            new Inference(),
            new KeysOfOthers(),
            new SlowReceivers(),
            new Recomputation(),
        ];
        var held = true;
        foreach (var attack in attacks.Where(one => options.Only.Count == 0 || options.Only.Contains(one.Point)))
        {
            using var scene = new Scene(options);
            var verdict = await attack.RunAsync(scene);
            await Console.Out.WriteLineAsync($"{attack.Point} {attack.Title}: {verdict}");
            held &= verdict.Held;
        }

        return held ? 0 : 1;
    }
}

/// <summary>What the caller asks for.</summary>
/// <param name="Address">Of the service.</param>
/// <param name="Key">Of the system administrator.</param>
/// <param name="Role">Of every hostile account; null: that of the attack.</param>
/// <param name="Only">Points to try; none: all.</param>
/// <param name="Seed">Of all that is made up.</param>
internal sealed record Options(Uri Address, string Key, string? Role, IReadOnlyList<string> Only, int Seed)
{
    public static Options? Read(string[] arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var only = new List<string>();
        for (var place = 1; place + 1 < arguments.Length; place += 2)
        {
            if (arguments[place] == "--only")
            {
                only.Add(arguments[place + 1]);
            }
            else
            {
                named[arguments[place]] = arguments[place + 1];
            }
        }

        return
            arguments.Length % 2 == 1
            && Uri.TryCreate(arguments[0], UriKind.Absolute, out var address)
            && named.Remove("--key", out var key)
            ? new(address, key, named.GetValueOrDefault("--as"), only, SeedOf(named))
            : null;
    }

    private static int SeedOf(Dictionary<string, string> named) =>
        named.TryGetValue("--seed", out var seed) ? int.Parse(seed, CultureInfo.InvariantCulture) : 1;
}

/// <summary>One attack.</summary>
internal abstract class Attack
{
    /// <summary>The point of the list of doors, e.g. <c>A1</c>.</summary>
    public abstract string Point { get; }

    public abstract string Title { get; }

    public abstract Task<Verdict> RunAsync(Scene scene);
}

/// <summary>How an attack ended.</summary>
internal sealed record Verdict(bool Held, string Learnt)
{
    public override string ToString() => Held ? $"held ({Learnt})" : $"BROKEN ({Learnt})";
}
