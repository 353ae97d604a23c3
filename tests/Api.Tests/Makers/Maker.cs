namespace MethodCenter.Api.Tests.Makers;

/// <summary>
/// Says how objects of an area are made, for the tests that go through every operation: rights, fuzz, budget, foreign
/// centres. It stands beside the area's tests and is found by itself.
/// </summary>
internal abstract class Maker
{
    private readonly Dictionary<string, Func<Makings, Task<string>>> _addresses = [];
    private readonly Dictionary<string, Func<Makings, Task<Guid>>> _subjects = [];
    private readonly HashSet<string> _singles = [];

    /// <summary>Addresses by their pattern, placeholders without names: <c>/courses/{}/enrolments/{}</c>.</summary>
    public IReadOnlyDictionary<string, Func<Makings, Task<string>>> Addresses => _addresses;

    /// <summary>Ids of what bears another name in a body than in an address, by the name of the member.</summary>
    public IReadOnlyDictionary<string, Func<Makings, Task<Guid>>> Members => _subjects;

    /// <summary>Patterns that always give the same address.</summary>
    public IReadOnlySet<string> Singles => _singles;

    /// <summary>Every maker of the assembly.</summary>
    public static IReadOnlyList<Maker> All { get; } =
    [
        .. typeof(Maker)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Maker)) && !type.IsAbstract)
            .Select(type => (Maker)Activator.CreateInstance(type)!),
    ];

    /// <summary>An object whose address ends in its id.</summary>
    /// <param name="pattern">The address as the document has it, below /api/v1; what stands below it is served too.</param>
    /// <param name="make">Makes a new one.</param>
    protected void Object(string pattern, Func<Makings, Task<Guid>> make) =>
        _addresses.Add(
            Makings.Normal(pattern),
            async made => $"{pattern[..pattern.LastIndexOf('/')]}/{await make(made)}"
        );

    /// <summary>An address of another form: of a part, by a key, by a code.</summary>
    protected void Address(string pattern, Func<Makings, Task<string>> make) =>
        _addresses.Add(Makings.Normal(pattern), make);

    /// <summary>An address that a centre has once, or that all share: whoever changes its object changes it for all.</summary>
    protected void Single(string pattern, Func<Makings, Task<string>> make)
    {
        Address(pattern, make);
        _singles.Add(Makings.Normal(pattern));
    }

    /// <summary>What a member of bodies means whose name is not that of a list.</summary>
    protected void Member(string name, Func<Makings, Task<Guid>> make) => _subjects.Add(name, make);
}
